/**
 * Faults on demand: what a client has to live with, on request. A schedule is a list; for every correctly signed call
 * the first fault with uses left whose action matches is used once. So faults for the same action happen in the order of
 * the list, and `pass` lets calls through in between.
 */

/** Whether a fault happens instead of the action, or after it has been carried out. */
export type When = 'before' | 'after';

export type FaultEffect =
  /** Nothing: the call is answered as usual. */
  | { readonly kind: 'pass' }
  /** The connection is destroyed without an answer. */
  | { readonly kind: 'disconnect'; readonly when: When }
  /** The connection stays open and is never answered. */
  | { readonly kind: 'hang'; readonly when: When }
  /** An error of the service; 400..599. `when` is `before` unless given. */
  | {
      readonly kind: 'error';
      readonly when?: When;
      readonly status: number;
      readonly code: string;
      readonly message: string;
      /** Extra headers of the answer, e.g. `x-acs-retry-after`. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A 502 page in HTML, as a proxy in between would send. `when` is `before` unless given. */
  | { readonly kind: 'bad-gateway'; readonly when?: When }
  /** The action is carried out, and the answer breaks off in the middle of its body. */
  | { readonly kind: 'truncate' }
  /** The action is carried out, and the answer comes later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The group of a CreateSecurityGroup call is missed by the next `describeCalls` Describe calls. */
  | { readonly kind: 'hide'; readonly describeCalls: number }
  /** The server's clock, which time stamps are held against and the Date header shows, runs ahead (or behind, < 0). */
  | { readonly kind: 'clock-skew'; readonly seconds: number };

export type Fault = FaultEffect & {
  /** The action it happens to; any when absent. */
  readonly action?: string;
  /** How many calls it happens to, 1 when absent. */
  readonly times?: number;
};

export class FaultSchedule {
  #entries: { readonly fault: Fault; left: number }[] = [];

  /** Replaces the schedule. */
  set(faults: readonly Fault[]): void {
    this.#entries = faults.map((fault) => ({ fault, left: fault.times ?? 1 }));
  }

  /** The faults that are still to happen, with the number of uses left. */
  get remaining(): readonly Fault[] {
    return this.#entries.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  /** The fault that a call of `action` would meet, without using it. */
  peek(action: string): Fault | undefined {
    return this.#find(action)?.fault;
  }

  /** The fault that a call of `action` meets; one use of it is gone. */
  take(action: string): Fault | undefined {
    const entry = this.#find(action);
    if (!entry) return undefined;
    entry.left--;
    if (entry.left <= 0) this.#entries = this.#entries.filter((other) => other !== entry);
    return entry.fault;
  }

  #find(action: string) {
    return this.#entries.find(({ fault }) => (fault.action ?? action) === action && applies(fault, action));
  }
}

/** Only creation makes a group that could be hidden. */
function applies(fault: Fault, action: string): boolean {
  return fault.kind !== 'hide' || action === 'CreateSecurityGroup';
}
