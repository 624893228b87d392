/** Colours of a terminal, and whether to use them. */
import type { Paint } from '../../../server/src/core/report/paint.ts';
import { plainPaint } from '../../../server/src/core/report/paint.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Codes of ECMA-48, SGR; 39 and 22 take colour and weight back. */
const sgr = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;

const severityColours = { error: sgr(31, 39), warning: sgr(33, 39), info: sgr(34, 39), hint: sgr(36, 39) };

const ansiPaint: Paint = {
  severity: (severity, text) => severityColours[severity](text),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
};

/**
 * Whether to use colours on a stream: FORCE_COLOR decides, then NO_COLOR (https://no-color.org: any value that is not
 * empty), then whether it is a terminal that can.
 */
export function wantsColours(env: Environment, isTerminal: boolean): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if ((env.NO_COLOR ?? '') !== '') return false;
  return isTerminal && env.TERM !== 'dumb';
}

/** The colours for a stream. */
export function paintFor(env: Environment, isTerminal: boolean): Paint {
  return wantsColours(env, isTerminal) ? ansiPaint : plainPaint;
}
