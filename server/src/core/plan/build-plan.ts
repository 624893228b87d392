/** Turns a group into the calls that create it, with the place of every parameter in the text. */

import { type Group, groupName, groupSpan } from '../model/group.ts';
import { readRule } from '../model/rule-reading.ts';
import { ensShapes } from '../model/shapes.ts';
import { type ObjectView, scalarOf } from '../model/view.ts';
import { isEverything } from '../net/cidr.ts';
import { rangeInFile, type SgFile, spanInFile } from '../syntax/file.ts';
import type { Range } from '../text/position.ts';
import type { Plan, PlannedCall } from './plan.ts';

/** API version of ENS. */
export const ensVersion = '2017-11-10';

/**
 * The plan for an ENS group. Sends what the text says, as it says it: spelling is the business of the checks. Keys
 * that the API does not have are left out, so a group with errors must not be planned for sending.
 */
export function buildEnsPlan(file: SgFile, group: Group): Plan {
  const { skeleton } = group.document;
  const whole = groupSpan(group);
  const sources: Record<string, Range> = { '': file.lines.rangeAt(whole.start, whole.end) };
  const parameters: Record<string, string> = {};
  for (const name of ensShapes.group.fields.keys()) {
    const field = group.top?.fields.get(name);
    if (field === undefined || name === 'Product') continue;
    sources[name] = rangeInFile(file, skeleton, field.valueSpan);
    const value = scalarOf(field);
    if (value !== undefined && value !== null) parameters[name] = String(value);
  }
  if (sources.Permissions !== undefined && group.top?.fields.get('Permissions')?.origin === null) {
    sources.Permissions = listRange(file, group, sources.Permissions);
  }
  const permissions = group.rules.map((rule) => (rule.view === null ? {} : ruleParameters(rule.view)));
  if (permissions.length > 0) parameters.Permissions = JSON.stringify(permissions);
  for (const rule of group.rules) {
    const path = `Permissions[${rule.index}]`;
    sources[path] = rangeInFile(file, rule.piece, rule.span);
    for (const [name, field] of rule.view?.fields ?? []) {
      sources[`${path}.${name}`] = rangeInFile(file, rule.piece, field.valueSpan);
    }
  }
  const call: PlannedCall = { action: 'CreateSecurityGroup', version: ensVersion, parameters };
  return {
    product: 'ens',
    groupName: groupName(group),
    ruleCount: group.rules.length,
    calls: [call],
    sources,
  };
}

/** The range of the list together with its items, which are pieces of their own. */
function listRange(file: SgFile, group: Group, list: Range): Range {
  const spans = group.rules.map((rule) => spanInFile(rule.piece, rule.span));
  const starts = spans.map((span) => span.start);
  const ends = spans.map((span) => span.end);
  return file.lines.rangeAt(
    Math.min(file.lines.offsetAt(list.start), ...starts),
    Math.max(file.lines.offsetAt(list.end), ...ends),
  );
}

/** The members of one rule, in the order of the document. */
function ruleParameters(view: ObjectView): Record<string, string | number> {
  const members: Record<string, string | number> = {};
  for (const name of ensShapes.rule.fields.keys()) {
    const value = scalarOf(view.fields.get(name));
    if (typeof value === 'string' || typeof value === 'number') members[name] = value;
  }
  return members;
}

/** Zero-based indices of ingress rules that accept from every IPv4 or every IPv6 address. */
export function acceptFromAnywhere(group: Group): number[] {
  return group.rules
    .filter(({ view }) => {
      if (view === null) return false;
      const rule = readRule(view, group.product.product);
      if (rule.direction !== 'ingress' || rule.policy !== 'Accept') return false;
      return [rule.source4, rule.source6].some((cidr) => cidr !== null && isEverything(cidr));
    })
    .map((rule) => rule.index);
}
