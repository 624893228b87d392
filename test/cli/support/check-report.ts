/** The shape of `alisg check --format json` as scripts may rely on it: nothing more, nothing less. */
import { z } from 'zod';

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const range = z.strictObject({ start: position, end: position });
const product = z.enum(['ens', 'ecs']);

export const diagnostic = z.strictObject({
  group: z.int().min(0),
  code: z.string().regex(/^SG\d{4}$/),
  name: z.string().regex(/^[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string().min(1),
  range,
  href: z.url(),
  related: z.array(z.strictObject({ path: z.string(), range, message: z.string().min(1) })),
  fix: z
    .strictObject({ title: z.string().min(1), safety: z.enum(['safe', 'unsafe', 'display-only']) })
    .nullable(),
});

const report = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      path: z.string(),
      product,
      groups: z.array(z.strictObject({ product, name: z.string().nullable(), range })),
      diagnostics: z.array(diagnostic),
    }),
  ),
  summary: z.strictObject({
    errors: z.int().min(0),
    warnings: z.int().min(0),
    infos: z.int().min(0),
    hints: z.int().min(0),
  }),
});

/** Reads a report; throws when it has another shape. */
export function parseReport(stdout: string): z.infer<typeof report> {
  return report.parse(JSON.parse(stdout));
}
