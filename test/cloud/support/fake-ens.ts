/**
 * A small ENS in memory: lists, describes and creates groups, and does to each create request what a test says. It
 * normalises what it is given, as a server may, and can delay when a new group becomes visible.
 */
import type { Plan } from '../../../server/src/core/plan/plan.ts';
import type { Reaction, ReceivedRequest, ScriptedServer } from './scripted-server.ts';
import { json, startScriptedServer } from './scripted-server.ts';

/** What happens to the create request. Those that begin with `done` happen after the group has been made. */
export const createFaults = [
  'none',
  'drop-after-head',
  'drop',
  'silence',
  'refuse',
  'throttle',
  'html-502',
  'error-500',
  'done-drop',
  'done-drop-in-answer',
  'done-silence',
  'done-html-502',
  'done-error-500',
  'done-no-id',
  'done-nonce-used',
] as const;
export type CreateFault = (typeof createFaults)[number];

/** What happens to a reading request. */
export const readFaults = [
  'none',
  'drop',
  'html-502',
  'no-permission',
  'throttle',
  'drop-in-answer',
] as const;
export type ReadFault = (typeof readFaults)[number];

export interface FakeGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  /** How many further listings do not show it. */
  hidden: number;
}

export interface FakeEns {
  readonly server: ScriptedServer;
  readonly groups: FakeGroup[];
  createFault: CreateFault;
  /** Taken in order, one for each reading request; empty: none. */
  readFaults: ReadFault[];
  /** How many listings do not show a new group. */
  hideNew: number;
  /** Runs when a create request has arrived, before anything is done about it. */
  onCreate: () => void;
  /** Create requests that have arrived, whole or in part. */
  readonly creates: () => number;
  add(name: string, rules?: FakeGroup['rules'], description?: string): string;
}

/** Starts an empty ENS on a free port. */
export async function startFakeEns(): Promise<FakeEns> {
  const groups: FakeGroup[] = [];
  let partial = 0;
  let next = 1;
  const add = (name: string, rules: FakeGroup['rules'] = [], description = '', hidden = 0) => {
    const id = `sg-${next++}`;
    groups.push({ id, name, description, rules, hidden });
    return id;
  };
  const server = await startScriptedServer({
    dropAfterHead: (action) => {
      if (action !== 'CreateSecurityGroup' || ens.createFault !== 'drop-after-head') return false;
      partial++;
      ens.onCreate();
      return true;
    },
    react: (request) => (request.action === 'CreateSecurityGroup' ? create(request) : read(request)),
  });

  const create = (request: ReceivedRequest): Reaction => {
    const fault = ens.createFault;
    ens.onCreate();
    const { parameters } = request;
    const rules: Record<string, unknown>[] = JSON.parse(parameters.Permissions ?? '[]');
    const id = /^(none|done)/.test(fault)
      ? add(
          parameters.SecurityGroupName ?? '',
          rules.map(asServerWrites),
          parameters.Description,
          ens.hideNew,
        )
      : '';
    const done = JSON.stringify({ SecurityGroupId: id, RequestId: 'request-create' });
    switch (fault) {
      case 'none':
        return { kind: 'answer', status: 200, body: done };
      case 'drop-after-head':
      case 'drop':
      case 'done-drop':
        return { kind: 'drop' };
      case 'silence':
      case 'done-silence':
        return { kind: 'silence' };
      case 'refuse':
        return refusal(400, 'InvalidParameter.CidrIp');
      case 'throttle':
        return refusal(503, 'Throttling.User');
      case 'html-502':
      case 'done-html-502':
        return { kind: 'answer', status: 502, body: '<html>502</html>' };
      case 'error-500':
      case 'done-error-500':
        return refusal(500, 'InternalError');
      case 'done-drop-in-answer':
        return { kind: 'drop-in-answer', body: done };
      case 'done-no-id':
        return json(200, { RequestId: 'request-create' });
      case 'done-nonce-used':
        return refusal(400, 'SignatureNonceUsed');
    }
  };

  const read = (request: ReceivedRequest): Reaction => {
    const fault = ens.readFaults.shift() ?? 'none';
    const answer = request.action === 'DescribeSecurityGroups' ? list(request) : describe(request);
    switch (fault) {
      case 'none':
        return json(200, answer);
      case 'drop':
        return { kind: 'drop' };
      case 'html-502':
        return { kind: 'answer', status: 502, body: '<html>502</html>' };
      case 'no-permission':
        return refusal(403, 'Forbidden.RAM');
      case 'throttle':
        return refusal(400, 'Throttling.User');
      case 'drop-in-answer':
        return { kind: 'drop-in-answer', body: JSON.stringify(answer) };
    }
  };

  const list = ({ parameters }: ReceivedRequest): object => {
    const visible = groups.filter((group) => group.hidden-- <= 0);
    // A fuzzy filter: the caller must not rely on an exact one.
    const matching = visible.filter((group) => group.name.includes(parameters.SecurityGroupName ?? ''));
    const size = Number(parameters.PageSize);
    const start = (Number(parameters.PageNumber) - 1) * size;
    return {
      SecurityGroups: {
        SecurityGroup: matching.slice(start, start + size).map((group) => ({
          SecurityGroupId: group.id,
          SecurityGroupName: group.name,
          Description: group.description,
          CreationTime: '2026-01-01T00:00:00Z',
        })),
      },
      TotalCount: matching.length,
      PageNumber: parameters.PageNumber,
      PageSize: size,
      RequestId: 'request-list',
    };
  };

  const describe = ({ parameters }: ReceivedRequest): object => {
    const group = groups.find(({ id }) => id === parameters.SecurityGroupId);
    return {
      SecurityGroupId: group?.id,
      SecurityGroupName: group?.name,
      Description: group?.description,
      Permissions: { Permission: group?.rules ?? [] },
      RequestId: 'request-describe',
    };
  };

  const ens: FakeEns = {
    server,
    groups,
    createFault: 'none',
    readFaults: [],
    hideNew: 0,
    onCreate: () => {},
    creates: () => server.requests.filter((r) => r.action === 'CreateSecurityGroup').length + partial,
    add,
  };
  return ens;
}

function refusal(status: number, Code: string): Reaction {
  return json(status, { RequestId: 'request-refused', HostId: 'h', Code, Message: `${Code}.` });
}

/** Another spelling of the same rule: defaults filled in, the address with its length, the priority as text. */
function asServerWrites(rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const source = typeof rule.SourceCidrIp === 'string' ? rule.SourceCidrIp : '0.0.0.0/0';
  return {
    SourcePortRange: '-1/-1',
    DestCidrIp: '',
    Description: '',
    CreationTime: '2026-01-01T00:00:00Z',
    ...rule,
    SourceCidrIp: source.includes('/') ? source : `${source}/32`,
    Policy: String(rule.Policy).toLowerCase(),
    IpProtocol: String(rule.IpProtocol).toLowerCase(),
    Priority: String(rule.Priority),
  };
}

/** The rules of every plan here. */
export const plannedRules = [
  {
    Direction: 'ingress',
    IpProtocol: 'TCP',
    PortRange: '80/80',
    Policy: 'Accept',
    Priority: 1,
    SourceCidrIp: '192.0.2.1',
  },
  { Direction: 'ingress', IpProtocol: 'ALL', PortRange: '-1/-1', Policy: 'Drop', Priority: 100 },
];

/** A plan with two rules, as the language server makes it. */
export function planFor(name: string | null, description = 'A test'): Plan {
  const rules = plannedRules;
  return {
    product: 'ens',
    groupName: name,
    ruleCount: rules.length,
    sources: {},
    calls: [
      {
        action: 'CreateSecurityGroup',
        version: '2017-11-10',
        parameters: {
          ...(name === null ? {} : { SecurityGroupName: name }),
          Description: description,
          Permissions: JSON.stringify(rules),
        },
      },
    ],
  };
}
