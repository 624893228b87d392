/**
 * A create journey with a real cloud layer against a real sandbox, and dialogs that note what a person would see. Only
 * the language server is played: its plans are given.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { adviceForCode, describeReason, provisionEns } from '../../../client/src/cloud/index.ts';
import type { Confirmation } from '../../../client/src/features/provision/confirmation.ts';
import { CreateJourney } from '../../../client/src/features/provision/journey.ts';
import type {
  Choice,
  Created,
  Definition,
  Dialogs,
  Unknown,
} from '../../../client/src/features/provision/ports.ts';
import { sandboxEnvironment } from '../../../client/src/features/provision/sandbox-environment.ts';
import { SessionTargets } from '../../../client/src/features/provision/session-targets.ts';
import { startSandbox } from '../../../sandbox/src/index.ts';
import type { Plan } from '../../../server/src/core/plan/plan.ts';
import type { PlanResult, ReportRefusalParams } from '../../../server/src/lsp/protocol.ts';

/** Something that a person has seen. */
export type Seen =
  | { readonly what: 'confirm'; readonly confirmation: Confirmation }
  | { readonly what: 'created'; readonly created: Created }
  | { readonly what: 'unknown'; readonly unknown: Unknown }
  | {
      readonly what: 'refused';
      readonly message: string;
      readonly line: number | null;
      readonly group: number | undefined;
    }
  | { readonly what: 'blocked' | 'failed' | 'unsupported' | 'no-plan'; readonly message: string }
  | { readonly what: 'no-credentials'; readonly message: string | null; readonly external: string | null }
  | { readonly what: 'trust' | 'running' | 'empty' | 'changing' };

const keys = { accessKeyId: 'sandbox', accessKeySecret: 'sandbox-secret' };
const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } };

/** A plan for one ENS group with one rule. */
export function planOf(name: string): Plan {
  const rule = {
    Direction: 'ingress',
    IpProtocol: 'TCP',
    PortRange: '80/80',
    Policy: 'Accept',
    Priority: 1,
    SourceCidrIp: '0.0.0.0/0',
  };
  return {
    product: 'ens',
    groupName: name,
    ruleCount: 1,
    calls: [
      {
        action: 'CreateSecurityGroup',
        version: '2017-11-10',
        parameters: { SecurityGroupName: name, Permissions: JSON.stringify([rule]) },
      },
    ],
    sources: { '': range },
  };
}

/** The server's answer for `planOf('web')`, changed as a test wants. */
export function planned(change: Partial<Extract<PlanResult, { kind: 'plan' }>> = {}): PlanResult {
  return {
    kind: 'plan',
    group: 0,
    version: 1,
    plan: planOf('web'),
    acceptFromAnywhere: [0],
    warnings: [],
    writeProduct: null,
    ...change,
  };
}

/** What a test can set. */
export interface Scene {
  trusted: boolean;
  /** Answers of the language server, in turn; the last one stays. */
  plans: PlanResult[];
  /** Version of the text as it is. */
  version: number;
  /** Answers to the question, in turn; the last one stays. */
  choices: Choice[];
  /** Whose keys there are; null: none. */
  credentials: typeof keys | null;
  serverAlive: boolean;
  /** Called when work has begun and its progress is shown. */
  onWork: (kind: 'prepare' | 'create', press: { cancel(): void; giveUp(): void }) => void;
  /** Called with each step of the cloud layer. */
  onStep: (step: string, press: { cancel(): void; giveUp(): void }) => void;
}

function next<T>(queue: T[]): T | undefined {
  return queue.length > 1 ? queue.shift() : queue[0];
}

/** Sets everything up; the sandbox ends with the test. */
export async function stage(context: TestContext, change: Partial<Scene> = {}) {
  const sandbox = await startSandbox({ port: 0, ...keys });
  const home = mkdtempSync(path.join(tmpdir(), 'journey-'));
  context.after(async () => {
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
  });
  const scene: Scene = {
    trusted: true,
    plans: [planned()],
    version: 1,
    choices: ['create'],
    credentials: keys,
    serverAlive: true,
    onWork: () => undefined,
    onStep: () => undefined,
    ...change,
  };
  const seen: Seen[] = [];
  const reported: ReportRefusalParams[] = [];
  const logged: string[] = [];
  let sandboxRuns = false;
  const targets = new SessionTargets(() => sandboxRuns);

  const dialogs: Dialogs = {
    needTrust: () => seen.push({ what: 'trust' }),
    alreadyRunning: () => seen.push({ what: 'running' }),
    noPlan: (message) => seen.push({ what: 'no-plan', message }),
    empty: () => seen.push({ what: 'empty' }),
    unsupported: (message) => seen.push({ what: 'unsupported', message }),
    changing: () => seen.push({ what: 'changing' }),
    blocked: (_, errors) => seen.push({ what: 'blocked', message: errors.map((e) => e.message).join() }),
    noCredentials: (_, message, external) => seen.push({ what: 'no-credentials', message, external }),
    confirm: async (confirmation) => {
      seen.push({ what: 'confirm', confirmation });
      return next(scene.choices) ?? 'cancel';
    },
    progress: (kind, _name, work) => {
      const cancel = new AbortController();
      const giveUp = new AbortController();
      const press = { cancel: () => cancel.abort(), giveUp: () => giveUp.abort() };
      scene.onWork(kind, press);
      return work({
        cancel: cancel.signal,
        giveUp: giveUp.signal,
        report: (event) => scene.onStep(event.step, press),
      });
    },
    created: (created) => seen.push({ what: 'created', created }),
    refused: (definition, message, at) =>
      seen.push({ what: 'refused', message, line: at?.start.line ?? null, group: definition.group }),
    unknown: (unknown) => seen.push({ what: 'unknown', unknown }),
    failed: (_, message) => seen.push({ what: 'failed', message }),
  };

  const journey = new CreateJourney({
    isTrusted: () => scene.trusted,
    server: {
      plan: async () => {
        if (!scene.serverAlive) throw new Error('The language server is not running.');
        return next(scene.plans) ?? { kind: 'unknown-document' };
      },
      reportRefusal: async (params) => {
        if (!scene.serverAlive) throw new Error('The language server is not running.');
        reported.push(params);
        return { range, message: `explained ${params.refusal.code}` };
      },
    },
    cloud: {
      provisioning: async (plan, target) =>
        provisionEns(plan, {
          endpoint: sandbox.url,
          env: scene.credentials === null ? {} : sandboxEnvironment({}, scene.credentials),
          homedir: home,
          stateDirectory: path.join(home, target),
          searchDelaysMs: [0, 1],
        }),
      describe: async (reason) => describeReason(reason, 'en'),
      advise: async (code, given) => adviceForCode(code, 'en', given),
    },
    targets,
    dialogs,
    log: (message) => logged.push(message),
  });
  const edited: { range: unknown; newText: string }[] = [];
  const definition: Definition = {
    uri: 'file:///web.sg.yaml',
    fileName: 'web.sg.yaml',
    path: '/web.sg.yaml',
    line: 0,
    version: () => scene.version,
    isUnsaved: () => false,
    edit: (range, newText) => edited.push({ range, newText }),
  };
  const create = () => journey.create(definition);
  const sent = () => sandbox.requests().filter((r) => r.action === 'CreateSecurityGroup');
  const setSandboxRuns = (runs: boolean) => {
    sandboxRuns = runs;
  };
  return {
    create,
    definition,
    edited,
    journey,
    logged,
    reported,
    sandbox,
    scene,
    seen,
    sent,
    setSandboxRuns,
    targets,
  };
}
