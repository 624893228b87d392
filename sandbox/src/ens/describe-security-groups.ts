/**
 * ENS DescribeSecurityGroups: the groups of the account, in pages. The reference leaves two things open, and the sandbox
 * takes the reading that is harder on a client: the name filter finds every name that contains the text, so that a
 * client must compare names itself, and the newest group comes first, so that pages shift while groups are created.
 */
import type { Action } from '../action.ts';
import { type Result, refusal, success } from '../api-error.ts';
import { invalidField } from './errors.ts';
import type { StoredGroup } from './stored-group.ts';

/** "Pages start from page 1. Default value: 1." The upper end keeps the product with the page size exact. */
const PAGE_NUMBER = { name: 'PageNumber', standard: 1, max: 1_000_000_000 };
/** "Maximum value: 50. Default value: 10." */
const PAGE_SIZE = { name: 'PageSize', standard: 10, max: 50 };

function readInteger(
  parameters: ReadonlyMap<string, string>,
  { name, standard, max }: { name: string; standard: number; max: number },
): Result<number> {
  const text = parameters.get(name);
  if (text === undefined) return success(standard);
  const value = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  return value <= max ? success(value) : refusal(invalidField(name));
}

/** The group as the list shows it. The sandbox has no instances. */
function summary(group: StoredGroup) {
  return {
    SecurityGroupId: group.SecurityGroupId,
    SecurityGroupName: group.SecurityGroupName,
    Description: group.Description,
    CreationTime: group.CreationTime,
    InstanceCount: 0,
    InstanceIds: { InstanceId: [] },
    NetworkInterfaceIds: { NetworkInterfaceId: [] },
  };
}

export const describeSecurityGroups: Action = {
  parameters: ['PageNumber', 'PageSize', 'SecurityGroupId', 'SecurityGroupName'],
  run(parameters, { store }) {
    const page = readInteger(parameters, PAGE_NUMBER);
    if (!page.ok) return page;
    const size = readInteger(parameters, PAGE_SIZE);
    if (!size.ok) return size;
    const id = parameters.get('SecurityGroupId');
    const name = parameters.get('SecurityGroupName');
    if (id === '') return refusal(invalidField('SecurityGroupId'));
    if (name === '') return refusal(invalidField('SecurityGroupName'));
    const found = store
      .describe()
      .filter((group) => id === undefined || group.SecurityGroupId === id)
      .filter((group) => name === undefined || group.SecurityGroupName.includes(name))
      .reverse();
    const start = (page.value - 1) * size.value;
    return success({
      body: {
        TotalCount: found.length,
        PageNumber: page.value,
        PageSize: size.value,
        SecurityGroups: { SecurityGroup: found.slice(start, start + size.value).map(summary) },
      },
    });
  },
};
