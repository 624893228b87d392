/**
 * The control endpoint `/_sandbox/…`, for tests in another process: `POST faults` replaces the schedule of faults (a
 * JSON array), `GET faults`, `GET groups` and `GET requests` list what there is. It asks for no signature; loopback and
 * the browser guard are its protection.
 */
import type { ApiError } from './api-error.ts';
import { parseFaults } from './fault-parser.ts';
import type { FaultSchedule } from './faults.ts';
import { controlReply, type Envelope, errorReply, type Reply } from './reply.ts';

const PREFIX = '/_sandbox/';

/** What the control endpoint shows and changes. */
export interface ControlTarget {
  readonly faults: FaultSchedule;
  readonly groups: () => readonly unknown[];
  readonly requests: () => readonly unknown[];
}

const notFound: ApiError = {
  status: 404,
  code: 'Sandbox.NotFound',
  message: 'There is no such control: use /_sandbox/faults, /_sandbox/groups or /_sandbox/requests.',
};

const wrongMethod: ApiError = {
  status: 405,
  code: 'Sandbox.MethodNotAllowed',
  message: 'Use GET, or POST for /_sandbox/faults.',
};

const notJson: ApiError = {
  status: 400,
  code: 'Sandbox.InvalidFaults',
  message: 'The body is not JSON. The schedule has not been changed.',
};

/** Whether a path belongs to the control endpoint. */
export function isControlPath(path: string): boolean {
  return path.startsWith(PREFIX);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function setFaults(body: Buffer, target: ControlTarget, envelope: Envelope): Reply {
  const value = parseJson(body);
  if (value === undefined) return errorReply(notJson, envelope);
  const faults = parseFaults(value);
  if (!faults.ok) return errorReply(faults.error, envelope);
  target.faults.set(faults.value);
  return controlReply({ faults: target.faults.remaining }, envelope);
}

/** Answers a request to the control endpoint. */
export function answerControl(
  { method, path, body }: { method: string; path: string; body: Buffer },
  target: ControlTarget,
  envelope: Envelope,
): Reply {
  const name = path.slice(PREFIX.length);
  if (!['faults', 'groups', 'requests'].includes(name)) return errorReply(notFound, envelope);
  if (name === 'faults' && method === 'POST') return setFaults(body, target, envelope);
  if (method !== 'GET') return errorReply(wrongMethod, envelope);
  if (name === 'faults') return controlReply({ faults: target.faults.remaining }, envelope);
  if (name === 'groups') return controlReply({ groups: target.groups() }, envelope);
  return controlReply({ requests: target.requests() }, envelope);
}
