/** The exit codes that scripts rely on. */

export const exitCode = {
  /** Done; nothing at error level; created. */
  ok: 0,
  /** Findings at error level; refused by findings or by the cloud; nothing was created. */
  findings: 1,
  /** Wrong usage, a file that cannot be read or written, no credentials. Beats `findings`. */
  usage: 2,
  /** It is not known what became of a request, or only a part of it was done. */
  unknown: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
