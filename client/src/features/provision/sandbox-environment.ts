/** Whose keys a request to the sandbox is signed with. No `vscode` import. */

/** The keys that the sandbox takes. */
export interface SandboxKeys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/**
 * The environment without the person's own credentials, with the sandbox's keys: whatever happens, a
 * request to the sandbox is signed with nothing else.
 */
export function sandboxEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  sandbox: SandboxKeys,
): Record<string, string | undefined> {
  const kept = Object.entries(environment).filter(([name]) => !/^ALI(BABA)?_?CLOUD_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    ALIBABA_CLOUD_ACCESS_KEY_ID: sandbox.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: sandbox.accessKeySecret,
  };
}
