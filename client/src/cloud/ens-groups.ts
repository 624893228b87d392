/**
 * The two questions that provisioning asks of ENS, typed: which groups are there, and what is in one. Reads only.
 * Source: the vendor's API metadata for `Ens` 2017-11-10.
 */
import type { CallResult } from './answer.ts';
import { objectOf, textOf } from './answer.ts';

/** The version of the ENS API. */
export const ensVersion = '2017-11-10';

/** Makes one signed call to ENS. */
export type EnsCall = (
  action: string,
  parameters: Readonly<Record<string, string>>,
  signal?: AbortSignal,
) => Promise<CallResult>;

type Failure = Exclude<CallResult, { kind: 'ok' }>;

/** A group as the list shows it. */
export interface EnsGroup {
  readonly id: string;
  /** Empty if it has none. */
  readonly name: string;
  readonly description: string;
  /** As the server writes it; empty if it does not say. */
  readonly createdAt: string;
}

export type GroupList = { readonly kind: 'ok'; readonly groups: readonly EnsGroup[] } | Failure;

/** A group with its rules as the server writes them. */
export type GroupDescription =
  | {
      readonly kind: 'ok';
      readonly name: string;
      readonly description: string;
      readonly rules: readonly Readonly<Record<string, unknown>>[];
    }
  | Failure;

/** The largest page that the API allows. */
const pageSize = 50;

/** Ends a listing whose answers never end: 100,000 groups. */
const mostPages = 2000;

/**
 * Lists the groups with exactly this name, or all groups. Whether the server's own filter is exact is not documented,
 * so what it returns is filtered again; all pages are read.
 */
export async function listGroups(
  call: EnsCall,
  name: string | null,
  signal?: AbortSignal,
): Promise<GroupList> {
  const groups = new Map<string, EnsGroup>();
  let seen = 0;
  for (let page = 1; page <= mostPages; page++) {
    const result = await call(
      'DescribeSecurityGroups',
      {
        PageNumber: String(page),
        PageSize: String(pageSize),
        ...(name === null ? {} : { SecurityGroupName: name }),
      },
      signal,
    );
    if (result.kind !== 'ok') return result;
    const items = itemsOf(result.body, 'SecurityGroups', 'SecurityGroup');
    const total = Number(textOf(result.body.TotalCount) || Number.NaN);
    if (items === null && total !== 0) {
      return { kind: 'lost', reason: { code: 'answer-unreadable', httpStatus: 200 } };
    }
    for (const item of items ?? []) {
      const id = textOf(item.SecurityGroupId);
      if (id !== '') groups.set(id, toGroup(id, item));
    }
    seen += items?.length ?? 0;
    if (items === null || items.length === 0 || seen >= total) break;
  }
  return { kind: 'ok', groups: [...groups.values()].filter((g) => name === null || g.name === name) };
}

/** Reads one group with its rules. */
export async function describeGroup(
  call: EnsCall,
  id: string,
  signal?: AbortSignal,
): Promise<GroupDescription> {
  const result = await call('DescribeSecurityGroupAttribute', { SecurityGroupId: id }, signal);
  if (result.kind !== 'ok') return result;
  return {
    kind: 'ok',
    name: textOf(result.body.SecurityGroupName),
    description: textOf(result.body.Description),
    rules: itemsOf(result.body, 'Permissions', 'Permission') ?? [],
  };
}

function toGroup(id: string, item: Readonly<Record<string, unknown>>): EnsGroup {
  return {
    id,
    name: textOf(item.SecurityGroupName),
    description: textOf(item.Description),
    createdAt: textOf(item.CreationTime),
  };
}

/** The API wraps a list in an object: `SecurityGroups.SecurityGroup[]`. Null if it is not there. */
function itemsOf(
  body: Readonly<Record<string, unknown>>,
  outer: string,
  inner: string,
): readonly Readonly<Record<string, unknown>>[] | null {
  const list = objectOf(body[outer])?.[inner] ?? body[outer];
  return Array.isArray(list) ? list.map(objectOf).filter((item) => item !== null) : null;
}
