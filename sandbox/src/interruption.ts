/** What the faults that cut in put in the place of an action's answer. */
import type { ApiError } from './api-error.ts';
import type { Fault, When } from './faults.ts';
import { badGatewayReply, type Envelope, errorReply, type Reply } from './reply.ts';

export interface Interruption {
  readonly reply: Reply;
  /** The error that the reply shows, if it shows one. */
  readonly error?: ApiError;
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The interruption that a fault makes at this time, before or after the action; undefined when it makes none then. */
export function interruption(fault: Fault, time: When, envelope: Envelope): Interruption | undefined {
  switch (fault.kind) {
    case 'disconnect':
    case 'hang':
      return fault.when === time ? { reply: { kind: fault.kind } } : undefined;
    case 'bad-gateway':
      return (fault.when ?? 'before') === time ? { reply: badGatewayReply(envelope.date) } : undefined;
    case 'error': {
      if ((fault.when ?? 'before') !== time) return undefined;
      const error: ApiError = { status: fault.status, code: fault.code, message: fault.message };
      const reply = errorReply(error, envelope);
      return { reply: { ...reply, headers: { ...reply.headers, ...lowerCase(fault.headers ?? {}) } }, error };
    }
    default:
      return undefined;
  }
}
