/**
 * The errors of the API gateway: what is refused before an action runs. Codes and sentences are those of the vendor's
 * common error tables; the two tables (general and ECS) word some of them differently, and where only one of them knows
 * a case, that one is used. Codes without a documented counterpart say so. Nothing here may quote a secret.
 */
import type { ApiError } from './api-error.ts';

/** A piece that every request needs is absent: a header of V3 or a common parameter of RPC. */
export function missingParameter(name: string): ApiError {
  return {
    status: 400,
    code: 'MissingParameter',
    message: `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
    parameter: name,
  };
}

/** A piece is present and wrong. `because` says how, in one sentence. */
export function invalidParameter(name: string, because: string): ApiError {
  return {
    status: 400,
    code: 'InvalidParameter',
    message: `The specified parameter "${name}" is not valid. ${because}`,
    parameter: name,
  };
}

/** There is no usable signature: none at all, a malformed one, or one that leaves out a header it must cover. */
export function incompleteSignature(because: string): ApiError {
  return {
    status: 400,
    code: 'IncompleteSignature',
    message: `The request signature does not conform to Aliyun standards. ${because}`,
  };
}

/** The signature is complete and is not the one that the secret gives. `hint` is what the sandbox calculated from. */
export function signatureDoesNotMatch(hint: string): ApiError {
  return {
    status: 400,
    code: 'SignatureDoesNotMatch',
    message: `Specified signature is not matched with our calculation. ${hint}`,
  };
}

export const invalidAccessKeyId: ApiError = {
  status: 404,
  code: 'InvalidAccessKeyId.NotFound',
  message: 'Specified access key is not found.',
};

export const signatureNonceUsed: ApiError = {
  status: 400,
  code: 'SignatureNonceUsed',
  message: 'Specified signature nonce was used already.',
};

export const timestampFormat: ApiError = {
  status: 400,
  code: 'InvalidTimeStamp.Format',
  message: 'Specified time stamp or date value is not well formatted.',
};

export const timestampExpired: ApiError = {
  status: 400,
  code: 'InvalidTimeStamp.Expired',
  message: 'Specified time stamp or date value is expired.',
};

export const missingSecurityToken: ApiError = {
  status: 400,
  code: 'MissingSecurityToken',
  message: 'SecurityToken is mandatory for this action.',
};

/** Long-term keys with a token, or a token of somebody else. */
export const securityTokenMismatch: ApiError = {
  status: 400,
  code: 'InvalidSecurityToken.MismatchWithAccessKey',
  message: 'Specified SecurityToken mismatch with the AccessKey.',
};

export const noSuchVersion: ApiError = {
  status: 400,
  code: 'NoSuchVersion',
  message: 'The specified version does not exist. The sandbox serves ENS 2017-11-10.',
};

export const actionNotFound: ApiError = {
  status: 404,
  code: 'InvalidAction.NotFound',
  message: 'Specified api is not found, please check your url and method.',
};

export const unsupportedMethod: ApiError = {
  status: 405,
  code: 'UnsupportedHTTPMethod',
  message: 'This http method is not supported. Use GET or POST.',
};

export const internalError: ApiError = {
  status: 500,
  code: 'InternalError',
  message: 'The request processing has failed due to some unknown error.',
};

/** Not documented: the cloud's own limits on the size of a request are not published. */
export function requestTooLarge(what: string, limitBytes: number, status: 413 | 431): ApiError {
  return { status, code: 'RequestTooLarge', message: `${what} is larger than ${limitBytes} bytes.` };
}

/** Not documented: bytes that are not an HTTP request. */
export const malformedRequest: ApiError = {
  status: 400,
  code: 'MalformedRequest',
  message: 'The request is not a well-formed HTTP/1.1 request.',
};

/** Not documented: the client took too long to send its request. */
export const requestTimeout: ApiError = {
  status: 408,
  code: 'RequestTimeout',
  message: 'The request was not received in time.',
};

/** Not documented, and the sandbox's own: a web page must not drive a service on the user's machine. */
export const browserRefused: ApiError = {
  status: 403,
  code: 'Sandbox.BrowserRefused',
  message:
    'The sandbox does not answer web pages: leave out the Origin header and address it as 127.0.0.1 or localhost.',
};
