/** Names of definition files. */
import type { Syntax } from '../../../server/src/core/syntax/file.ts';

/** What a folder or a pattern takes; shown to people. */
export const definitionPatterns = '*.sg.{yaml,yml,json}, *.securitygroup.{yaml,yml,json}';

/** Whether a folder or a pattern takes a file of this name. */
export function isDefinitionName(name: string): boolean {
  return /\.(?:sg|securitygroup)\.(?:ya?ml|json)$/i.test(name);
}

/** How a file of this name is read. */
export function syntaxOfName(name: string): Syntax {
  return /\.json$/i.test(name) ? 'json' : 'yaml';
}
