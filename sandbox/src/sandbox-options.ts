/** The options of a sandbox, their standard values and their limits. */
import type { ActionContext } from './action.ts';
import type { Credential } from './authenticate.ts';

export interface SandboxOptions {
  /** Port on 127.0.0.1; 0, the standard, picks a free one. */
  readonly port?: number;
  /** The one access key that is known; `sandbox` and `sandbox-secret` unless given. */
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  /** Makes the key a temporary one: every request must then carry this token. */
  readonly securityToken?: string;
  /** Where groups are kept, for the user alone to read; without it, in memory. */
  readonly stateFile?: string;
  /** The sandbox's clock; the machine's unless given. */
  readonly now?: () => Date;
  /** How many groups the account may have; 100 unless given, the real quota of ENS is not published. */
  readonly maxGroups?: number;
  /**
   * How DescribeSecurityGroupAttribute answers rules. `as-sent`, the standard: spelled as they were sent. `rewritten`:
   * as a cloud that normalises spelling and fills in SourcePortRange would, which the documents leave open.
   */
  readonly readBack?: ActionContext['readBack'];
  /** Milliseconds a client has to send a request or to read an answer; 30,000 unless given. */
  readonly requestTimeout?: number;
}

export interface CheckedOptions {
  readonly port: number;
  readonly credential: Credential;
  readonly stateFile: string | undefined;
  readonly now: () => Date;
  readonly maxGroups: number;
  readonly readBack: ActionContext['readBack'];
  readonly requestTimeout: number;
}

function integer(name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`The sandbox option ${name} must be an integer from ${min} to ${max}.`);
}

function key(name: string, value: string): string {
  // A comma or a blank would end the value in an Authorization header.
  if (/^[^\s,]+$/.test(value)) return value;
  throw new RangeError(`The sandbox option ${name} must not be empty and must not contain blanks or commas.`);
}

/** Fills in what is absent. Throws a RangeError that names a wrong option and never quotes a key. */
export function checkOptions(options: SandboxOptions): CheckedOptions {
  return {
    port: integer('port', options.port ?? 0, 0, 65535),
    credential: {
      accessKeyId: key('accessKeyId', options.accessKeyId ?? 'sandbox'),
      accessKeySecret: key('accessKeySecret', options.accessKeySecret ?? 'sandbox-secret'),
      ...(options.securityToken !== undefined && {
        securityToken: key('securityToken', options.securityToken),
      }),
    },
    stateFile: options.stateFile,
    now: options.now ?? (() => new Date()),
    maxGroups: integer('maxGroups', options.maxGroups ?? 100, 0, 1_000_000),
    readBack: options.readBack ?? 'as-sent',
    requestTimeout: integer('requestTimeout', options.requestTimeout ?? 30_000, 1, 3_600_000),
  };
}
