import { z } from 'zod';

/** Where a field is wrong and why; the web turns `code` into words at the field. */
export const fieldProblem = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});

/** RFC 9457. `code` is stable; `facts` are what a sentence about it needs. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  instance: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
  errors: z.array(fieldProblem).optional(),
  /** With 412: the version as it is now. */
  version: z.number().int().optional(),
});

export type FieldProblem = z.output<typeof fieldProblem>;
export type Problem = z.output<typeof problem>;
