/**
 * A self-signed certificate for `localhost` and 127.0.0.1, valid for a hundred years, with its key. Made for tests;
 * nothing trusts it.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUHUj5YFLNahI4AEYVE84+4ongmIMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIzMjMyNFoYDzIxMjYxMDI4
MjMyMzI0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARyAOp9w8IWvo36HFbDkt+iad2zU7n4QvGZeYhJmfAWxgaXaz4jcW2g
4nOGaZxi/5C/Cp76VXvSNJqS11Oa5IAbo28wbTAdBgNVHQ4EFgQUUz+0bPa8TGlO
9brjm+IucyNLf6AwHwYDVR0jBBgwFoAUUz+0bPa8TGlO9brjm+IucyNLf6AwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgDRZ2JRa/hO+bJCppalfyO7tiYwpYxvxYkq/zX+2qPzgCIHRI
wC57oSWs0uZh50KbV+cfsNGQyQcXlSt0RWsLVmtI
-----END CERTIFICATE-----`;

export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnX1oHvDZL0DTqj9I
C459o2x30+tXKmYEHamlniH2tpuhRANCAARyAOp9w8IWvo36HFbDkt+iad2zU7n4
QvGZeYhJmfAWxgaXaz4jcW2g4nOGaZxi/5C/Cp76VXvSNJqS11Oa5IAb
-----END PRIVATE KEY-----`;
