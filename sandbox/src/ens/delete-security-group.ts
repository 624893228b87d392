/** ENS DeleteSecurityGroup. The sandbox has no instances, so nothing can stand in the way of a deletion. */
import type { Action } from '../action.ts';
import { refusal, success } from '../api-error.ts';
import { groupNotFound, missingMandatory } from './errors.ts';

export const deleteSecurityGroup: Action = {
  parameters: ['SecurityGroupId'],
  run(parameters, { store }) {
    const id = parameters.get('SecurityGroupId') ?? '';
    if (id === '') return refusal(missingMandatory('SecurityGroupId'));
    return store.remove(id) ? success({ body: {} }) : refusal(groupNotFound);
  },
};
