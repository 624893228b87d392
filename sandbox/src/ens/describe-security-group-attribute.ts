/** ENS DescribeSecurityGroupAttribute: one group with its rules, in the order of their creation. Rules have no ids. */
import type { Action } from '../action.ts';
import { refusal, success } from '../api-error.ts';
import { groupNotFound, missingMandatory } from './errors.ts';
import { rewritten } from './permission.ts';

export const describeSecurityGroupAttribute: Action = {
  parameters: ['SecurityGroupId'],
  run(parameters, { store, readBack }) {
    const id = parameters.get('SecurityGroupId') ?? '';
    if (id === '') return refusal(missingMandatory('SecurityGroupId'));
    const group = store.describe().find((candidate) => candidate.SecurityGroupId === id);
    if (!group) return refusal(groupNotFound);
    const permissions = group.Permissions.map((rule) => ({
      ...(readBack === 'rewritten' ? rewritten(rule) : rule),
      CreationTime: group.CreationTime,
    }));
    return success({
      body: {
        SecurityGroupId: group.SecurityGroupId,
        SecurityGroupName: group.SecurityGroupName,
        Description: group.Description,
        Permissions: { Permission: permissions },
      },
    });
  },
};
