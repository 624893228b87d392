/** What the sandbox has been asked, for tests and for people who try things out. It holds no secrets and no values. */

export interface RequestRecord {
  readonly requestId: string;
  /** When it arrived, `toISOString` of the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  /** The action that was asked for, whether it exists or not; null when the request did not get that far. */
  readonly action: string | null;
  readonly version: string | null;
  /** The signature method; null when there was none to be read. */
  readonly signature: 'V3' | 'RPC' | null;
  /** Whether the signature was accepted. */
  readonly authenticated: boolean;
  /** Whether the action was carried out, even if nobody was told. */
  readonly processed: boolean;
  /** HTTP status of the answer; null when there was none. */
  readonly status: number | null;
  /** The error code of the answer; null for a success or no answer. */
  readonly code: string | null;
  /** The parameter that an error names, e.g. `Permissions[3].PortRange`. */
  readonly parameter: string | null;
  /** The kind of fault that it met. */
  readonly fault: string | null;
  /** Parameters and rule members that were sent and left out, because no document knows them. */
  readonly ignored: readonly string[];
  /** The group that it created. */
  readonly securityGroupId: string | null;
}

/** Older records are forgotten. */
const MAX_RECORDS = 1000;

export class RequestLog {
  #records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    this.#records.push(record);
    if (this.#records.length > MAX_RECORDS) this.#records = this.#records.slice(-MAX_RECORDS);
  }

  /** The last records, the oldest first, 1,000 at most. */
  get records(): readonly RequestRecord[] {
    return [...this.#records];
  }
}
