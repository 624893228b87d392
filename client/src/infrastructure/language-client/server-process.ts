/** How the language server is started: which file, over which transport, in which environment. No `vscode` import. */
import type { NodeModule } from 'vscode-languageclient/node';

/** Variables that carry, or point to, credentials. The server needs none, so it gets none. */
const credentialVariable = /^(ALIBABA_?CLOUD|ALICLOUD)_|^(ACCESS_KEY|SECURITY_TOKEN|ACCESSKEY)/i;

/** Overrides that take every credential out of the environment which the server inherits. */
export function withoutCredentials(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, undefined> {
  const names = Object.keys(environment).filter((name) => credentialVariable.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Start of `module` as a child process that speaks over stdio, the transport that every client shares. */
export function serverProcess(module: string, stdio: NodeModule['transport'] & {}): NodeModule {
  return { module, transport: stdio, options: { env: withoutCredentials(process.env) } };
}
