/** Colours as an interface, so that reports stay text: whoever knows the terminal brings the colours. */
import type { Severity } from '../rules/rule.ts';

export interface Paint {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** No colours. */
export const plainPaint: Paint = {
  severity: (_severity, text) => text,
  strong: (text) => text,
  faint: (text) => text,
};
