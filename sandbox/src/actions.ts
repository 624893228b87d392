/** Which actions the sandbox serves: a table by API version and name. */
import type { Action } from './action.ts';
import { type Result, refusal, success } from './api-error.ts';
import { createSecurityGroup } from './ens/create-security-group.ts';
import { deleteSecurityGroup } from './ens/delete-security-group.ts';
import { describeSecurityGroupAttribute } from './ens/describe-security-group-attribute.ts';
import { describeSecurityGroups } from './ens/describe-security-groups.ts';
import { actionNotFound, noSuchVersion } from './gateway-errors.ts';

const ENS_VERSION = '2017-11-10';

const VERSIONS: ReadonlyMap<string, ReadonlyMap<string, Action>> = new Map([
  [
    ENS_VERSION,
    new Map<string, Action>([
      ['CreateSecurityGroup', createSecurityGroup],
      ['DeleteSecurityGroup', deleteSecurityGroup],
      ['DescribeSecurityGroupAttribute', describeSecurityGroupAttribute],
      ['DescribeSecurityGroups', describeSecurityGroups],
    ]),
  ],
]);

/** The action of a name, which is case-sensitive, in a version of the API. */
export function findAction(version: string, name: string): Result<Action> {
  const actions = VERSIONS.get(version);
  if (!actions) return refusal(noSuchVersion);
  const action = actions.get(name);
  return action ? success(action) : refusal(actionNotFound);
}
