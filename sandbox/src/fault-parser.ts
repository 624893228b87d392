/** Reads a schedule of faults that came from outside: JSON of any shape. */
import { type ApiError, type Result, refusal, success } from './api-error.ts';
import type { Fault, FaultEffect, When } from './faults.ts';

type Members = Readonly<Record<string, unknown>>;

/** A reader throws this with what is wrong; it never leaves this file. */
class Malformed extends Error {}

const MAX_FAULTS = 1000;
/** Headers that decide where an answer ends: another value would break the connection, not the client. */
const FRAMING_HEADERS = new Set(['connection', 'content-length', 'transfer-encoding', 'trailer', 'upgrade']);

function malformed(message: string): ApiError {
  return {
    status: 400,
    code: 'Sandbox.InvalidFaults',
    message: `${message} The schedule has not been changed.`,
  };
}

function integer(members: Members, name: string, min: number, max: number): number {
  const value = members[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) return value;
  throw new Malformed(`${name} must be an integer from ${min} to ${max}.`);
}

function text(members: Members, name: string): string {
  const value = members[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Malformed(`${name} must be a text that is not empty.`);
}

function when(members: Members): When {
  const value = members.when;
  if (value === 'before' || value === 'after') return value;
  throw new Malformed('when must be "before" or "after".');
}

function optionalWhen(members: Members): { when?: When } {
  return members.when === undefined ? {} : { when: when(members) };
}

function optionalHeaders(members: Members): { headers?: Record<string, string> } {
  const value = members.headers;
  if (value === undefined) return {};
  if (!isRecord(value)) throw new Malformed('headers must be an object of texts.');
  const headers: Record<string, string> = {};
  for (const [name, content] of Object.entries(value)) {
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || FRAMING_HEADERS.has(name.toLowerCase())) {
      throw new Malformed(`headers cannot set "${name}".`);
    }
    if (typeof content !== 'string' || !/^[\x20-\x7e]*$/.test(content)) {
      throw new Malformed(`headers.${name} must be a text of printable ASCII characters.`);
    }
    headers[name] = content;
  }
  return { headers };
}

/** One reader per kind, and the members that it knows. */
const READERS: { readonly [K in FaultEffect['kind']]: (members: Members) => FaultEffect & { kind: K } } = {
  pass: () => ({ kind: 'pass' }),
  disconnect: (members) => ({ kind: 'disconnect', when: when(members) }),
  hang: (members) => ({ kind: 'hang', when: when(members) }),
  error: (members) => ({
    kind: 'error',
    ...optionalWhen(members),
    status: integer(members, 'status', 400, 599),
    code: text(members, 'code'),
    message: text(members, 'message'),
    ...optionalHeaders(members),
  }),
  'bad-gateway': (members) => ({ kind: 'bad-gateway', ...optionalWhen(members) }),
  truncate: () => ({ kind: 'truncate' }),
  delay: (members) => ({ kind: 'delay', milliseconds: integer(members, 'milliseconds', 0, 600_000) }),
  hide: (members) => ({ kind: 'hide', describeCalls: integer(members, 'describeCalls', 1, 1_000_000) }),
  'clock-skew': (members) => ({ kind: 'clock-skew', seconds: integer(members, 'seconds', -1e9, 1e9) }),
};

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKind(value: unknown): value is FaultEffect['kind'] {
  return typeof value === 'string' && Object.hasOwn(READERS, value);
}

function readFault(value: unknown): Fault {
  if (!isRecord(value)) throw new Malformed('It must be an object.');
  const kind = value.kind;
  if (!isKind(kind)) throw new Malformed(`kind must be one of ${Object.keys(READERS).join(', ')}.`);
  const effect = READERS[kind](value);
  const fault: Fault = {
    ...effect,
    ...(value.action !== undefined && { action: text(value, 'action') }),
    ...(value.times !== undefined && { times: integer(value, 'times', 1, 1_000_000) }),
  };
  // A misspelt member would silently make another fault.
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fault, name));
  if (unknown !== undefined) throw new Malformed(`"${unknown}" is not known of the kind ${kind}.`);
  if (fault.kind === 'hide' && (fault.action ?? 'CreateSecurityGroup') !== 'CreateSecurityGroup') {
    throw new Malformed('hide happens to CreateSecurityGroup only.');
  }
  return fault;
}

/** Reads a list of faults; a refusal (400 `Sandbox.InvalidFaults`) names the first wrong one by its zero-based index. */
export function parseFaults(value: unknown): Result<readonly Fault[]> {
  if (!Array.isArray(value)) return refusal(malformed('Faults must be a JSON array.'));
  if (value.length > MAX_FAULTS) return refusal(malformed(`There may be ${MAX_FAULTS} faults at most.`));
  const faults: Fault[] = [];
  for (const [index, item] of value.entries()) {
    try {
      faults.push(readFault(item));
    } catch (error) {
      if (error instanceof Malformed) return refusal(malformed(`Fault [${index}]: ${error.message}`));
      throw error;
    }
  }
  return success(faults);
}
