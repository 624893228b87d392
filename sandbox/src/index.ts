/**
 * A local endpoint that behaves as the ENS cloud API, version 2017-11-10, is documented to behave, for trying things out
 * without an account and for testing clients against every failure on request. It shares no code with the clients, so
 * that it can catch their mistakes. What the documents leave open is decided, and explained, in the file that needs it.
 */
import { Api } from './api.ts';
import { refuseBrowser } from './browser-guard.ts';
import { answerControl, isControlPath } from './control.ts';
import type { StoredGroup } from './ens/stored-group.ts';
import { parseFaults } from './fault-parser.ts';
import { type Fault, FaultSchedule } from './faults.ts';
import { actionNotFound, unsupportedMethod } from './gateway-errors.ts';
import { decodeRequest, headerMap, targetPath } from './http-request.ts';
import { listen, type Responder } from './http-server.ts';
import { errorReply } from './reply.ts';
import { RequestLog, type RequestRecord } from './request-log.ts';
import { type CheckedOptions, checkOptions, type SandboxOptions } from './sandbox-options.ts';
import { StateFile } from './state-file.ts';
import { GroupStore } from './store.ts';

export type { Permission } from './ens/permission.ts';
export type { Fault, RequestRecord, SandboxOptions, StoredGroup };

/** A group with the number of Describe calls that will still miss it. */
export type SandboxGroup = StoredGroup & { readonly hiddenFor: number };

export interface Sandbox {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  /** Stops, ends open connections and releases the state file. May be called again. */
  close(): Promise<void>;
  /** Every group, the oldest first. */
  groups(): readonly SandboxGroup[];
  /** What was asked, the oldest first, 1,000 records at most; the control endpoint is left out. */
  requests(): readonly RequestRecord[];
  /** Replaces the schedule of faults. Throws a TypeError for a malformed one. */
  setFaults(schedule: readonly Fault[]): void;
}

function createResponder(
  options: CheckedOptions,
  store: GroupStore,
  port: () => number,
): { responder: Responder; faults: FaultSchedule; log: RequestLog; groups: () => readonly SandboxGroup[] } {
  const faults = new FaultSchedule();
  const log = new RequestLog();
  const hostId = () => `127.0.0.1:${port()}`;
  const api = new Api({ ...options, store, faults, log, hostId });
  const groups = () =>
    store.all.map((group) => ({ ...group, hiddenFor: store.hiddenFor(group.SecurityGroupId) }));
  const responder: Responder = {
    refuse: (error, method) => api.refuse(error, method),
    answer(message, body) {
      const method = message.method ?? '';
      const path = targetPath(message.url ?? '/');
      const browser = refuseBrowser(headerMap(message.rawHeaders));
      if (isControlPath(path)) {
        const envelope = api.envelope();
        if (browser) return errorReply(browser, envelope);
        return answerControl(
          { method, path, body },
          { faults, groups, requests: () => log.records },
          envelope,
        );
      }
      if (browser) return api.refuse(browser, method);
      if (method !== 'GET' && method !== 'POST') return api.refuse(unsupportedMethod, method);
      // RPC-style actions have one resource, the root.
      if (path !== '/') return api.refuse(actionNotFound, method);
      const request = decodeRequest(message, body);
      return request.ok ? api.answer(request.value) : api.refuse(request.error, method);
    },
  };
  return { responder, faults, log, groups };
}

/**
 * Starts a sandbox on 127.0.0.1. Rejects, with a message for people, when an option is wrong, the port cannot be had,
 * or the state file is broken or in use.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const checked = checkOptions(options);
  const opened = checked.stateFile === undefined ? undefined : StateFile.open(checked.stateFile);
  const store = new GroupStore(opened?.groups ?? [], opened?.state);
  let port = checked.port;
  const { responder, faults, log, groups } = createResponder(checked, store, () => port);
  try {
    const server = await listen(checked.port, checked.requestTimeout, responder);
    port = server.port;
    let closed: Promise<void> | undefined;
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      close() {
        closed ??= server.close().finally(() => opened?.state.close());
        return closed;
      },
      groups,
      requests: () => log.records,
      setFaults(schedule) {
        const parsed = parseFaults(schedule);
        if (!parsed.ok) throw new TypeError(parsed.error.message);
        faults.set(parsed.value);
      },
    };
  } catch (error) {
    opened?.state.close();
    throw error;
  }
}
