/**
 * The API itself, without HTTP: from a decoded request to what happens on its connection. In this order: signature and
 * common parameters, authentication, the action's name, the fault of the schedule, the action. A call that is refused
 * before its fault's turn does not use the fault up, except for `clock-skew`, which acts on authentication.
 */
import { randomUUID } from 'node:crypto';
import type { Action, ActionContext, ActionOutcome } from './action.ts';
import { findAction } from './actions.ts';
import type { ApiError, Result } from './api-error.ts';
import { Authenticator, type Credential, readCall } from './authenticate.ts';
import type { FaultSchedule } from './faults.ts';
import { internalError } from './gateway-errors.ts';
import type { HttpRequest } from './http-request.ts';
import { interruption } from './interruption.ts';
import { type Envelope, errorReply, type Reply, successReply } from './reply.ts';
import type { RequestLog, RequestRecord } from './request-log.ts';
import { COMMON_PARAMETERS } from './signature-rpc.ts';
import type { SignedCall } from './signed-call.ts';
import type { GroupStore } from './store.ts';

/** How many ignored names a record holds, and how long a name may be. */
const MAX_IGNORED = 50;
const MAX_NAME = 100;

export interface ApiOptions {
  readonly credential: Credential;
  readonly store: GroupStore;
  readonly faults: FaultSchedule;
  readonly log: RequestLog;
  readonly now: () => Date;
  readonly maxGroups: number;
  readonly readBack: ActionContext['readBack'];
  readonly hostId: () => string;
}

type Facts = { -readonly [K in keyof RequestRecord]: RequestRecord[K] };

export class Api {
  readonly #options: ApiOptions;
  readonly #authenticator: Authenticator;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#authenticator = new Authenticator(options.credential);
  }

  /** A new envelope: request id, date, host. */
  envelope(): Envelope {
    const { now, hostId } = this.#options;
    return { requestId: randomUUID().toUpperCase(), date: now(), hostId: hostId() };
  }

  /** Answers a request that could not be decoded, or that the API does not take. */
  refuse(error: ApiError, method: string): Reply {
    const envelope = this.envelope();
    return this.#finish(this.#facts(envelope, method), errorReply(error, envelope), error);
  }

  /** Carries out a request. It throws nothing. */
  answer(request: HttpRequest): Reply {
    const envelope = this.envelope();
    const facts = this.#facts(envelope, request.method);
    const call = readCall(request);
    if (!call.ok) return this.#finish(facts, errorReply(call.error, envelope), call.error);
    facts.action = call.value.action.slice(0, MAX_NAME);
    facts.version = call.value.version.slice(0, MAX_NAME);
    facts.signature = call.value.signature;
    return this.#answerCall(call.value, envelope, facts);
  }

  #answerCall(call: SignedCall, envelope: Envelope, facts: Facts): Reply {
    const { faults } = this.#options;
    const planned = faults.peek(call.action);
    const skewed = planned?.kind === 'clock-skew' ? planned : undefined;
    if (skewed) {
      faults.take(call.action);
      facts.fault = skewed.kind;
    }
    const skew = (skewed?.seconds ?? 0) * 1000;
    const shown: Envelope = { ...envelope, date: new Date(envelope.date.getTime() + skew) };
    const unauthenticated = this.#authenticator.check(call, envelope.date.getTime(), skew);
    if (unauthenticated) return this.#finish(facts, errorReply(unauthenticated, shown), unauthenticated);
    facts.authenticated = true;
    const action = findAction(call.version, call.action);
    if (!action.ok) return this.#finish(facts, errorReply(action.error, shown), action.error);
    const fault = skewed ?? faults.take(call.action);
    if (fault) facts.fault = fault.kind;
    const instead = fault && interruption(fault, 'before', shown);
    if (instead) return this.#finish(facts, instead.reply, instead.error);
    const outcome = this.#carryOut(action.value, call, envelope.date, facts);
    if (fault?.kind === 'hide' && facts.securityGroupId !== null) {
      this.#options.store.hide(facts.securityGroupId, fault.describeCalls);
    }
    const after = fault && interruption(fault, 'after', shown);
    if (after) return this.#finish(facts, after.reply, after.error);
    const error = outcome.ok ? undefined : outcome.error;
    const reply = outcome.ok ? successReply(outcome.value.body, shown) : errorReply(outcome.error, shown);
    if (fault?.kind === 'truncate') return this.#finish(facts, { ...reply, truncated: true }, error);
    if (fault?.kind === 'delay') return this.#finish(facts, { ...reply, delay: fault.milliseconds }, error);
    return this.#finish(facts, reply, error);
  }

  #carryOut(action: Action, call: SignedCall, now: Date, facts: Facts): Result<ActionOutcome> {
    const { store, maxGroups, readBack } = this.#options;
    const parameters = new Map([...call.parameters].filter(([name]) => action.parameters.includes(name)));
    const unknown = [...call.parameters.keys()].filter(
      (name) => !parameters.has(name) && !COMMON_PARAMETERS.has(name),
    );
    facts.ignored = unknown.slice(0, MAX_IGNORED).map((name) => name.slice(0, MAX_NAME));
    try {
      const outcome = action.run(parameters, { store, now, maxGroups, readBack });
      facts.processed = outcome.ok;
      if (outcome.ok) {
        facts.securityGroupId = outcome.value.createdId ?? null;
        facts.ignored = [...facts.ignored, ...(outcome.value.ignored ?? [])];
      }
      return outcome;
    } catch {
      // A state file that cannot be written: nothing has changed, and its path is none of the client's business.
      return { ok: false, error: internalError };
    }
  }

  #facts({ requestId, date }: Envelope, method: string): Facts {
    return {
      requestId,
      at: date.toISOString(),
      method: method.slice(0, MAX_NAME),
      action: null,
      version: null,
      signature: null,
      authenticated: false,
      processed: false,
      status: null,
      code: null,
      parameter: null,
      fault: null,
      ignored: [],
      securityGroupId: null,
    };
  }

  #finish(facts: Facts, reply: Reply, error: ApiError | undefined): Reply {
    this.#options.log.add({
      ...facts,
      status: reply.kind === 'send' ? reply.status : null,
      code: reply.kind === 'send' ? (error?.code ?? null) : null,
      parameter: reply.kind === 'send' ? (error?.parameter ?? null) : null,
    });
    return reply;
  }
}
