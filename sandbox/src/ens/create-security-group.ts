/** ENS CreateSecurityGroup: one call makes a group with all of its rules. Names need not be unique. */
import type { Action } from '../action.ts';
import { refusal, success } from '../api-error.ts';
import { formatTimestamp } from '../timestamp.ts';
import { tooManyGroups } from './errors.ts';
import { readGroupDefinition } from './group-definition.ts';

export const createSecurityGroup: Action = {
  parameters: ['SecurityGroupName', 'Description', 'Permissions'],
  run(parameters, { store, now, maxGroups }) {
    const definition = readGroupDefinition(parameters);
    if (!definition.ok) return definition;
    // "The number of security groups exceeds the quota limit." Tested last: a wrong request is wrong at any time.
    if (store.all.length >= maxGroups) return refusal(tooManyGroups);
    const { name, description, permissions, ignored } = definition.value;
    const id = store.newId();
    store.add({
      SecurityGroupId: id,
      SecurityGroupName: name,
      Description: description,
      CreationTime: formatTimestamp(now),
      Permissions: permissions,
    });
    return success({ body: { SecurityGroupId: id }, createdId: id, ignored });
  },
};
