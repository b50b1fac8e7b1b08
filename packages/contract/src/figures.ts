import { FIGURE_IDS } from '@xiaoer/domain/figures/figure';
import { z } from 'zod';
import { instant, localDate } from './primitives.ts';
import { route } from './route.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const part = z.strictObject({ zh: z.string(), en: z.string(), value: z.number().nullable() });

/** A figure with what it means beside it; `value` is a count, or a ratio from 0 to 1. */
export const figure = z.strictObject({
  id: z.enum(FIGURE_IDS),
  kind: z.enum(['count', 'rate']),
  subject: z.enum(['enterprise', 'demand', 'policySession', 'project']),
  name: words,
  definition: words,
  from: localDate,
  asOf: localDate,
  numerator: part,
  denominator: part.nullable(),
  exclusions: z.array(words),
  rows: z.number().int(),
  value: z.number().nullable(),
});

/** From the first day of the period (the year's first day when left out) up to 24:00 of the day (today when left out). */
const span = { from: localDate.optional(), asOf: localDate.optional() };

const access = { auth: 'session', rule: 'figures.read' } as const;

export const figures = route({
  method: 'GET',
  path: '/api/figures',
  summary: 'Every figure with its definition, computed from records as of a day.',
  access,
  query: z.strictObject(span),
  response: z.strictObject({
    /** Large zones are counted once in half a minute. */
    computedAt: instant,
    figures: z.array(figure),
  }),
  problems: ['request.not-found'],
});

export const figureRows = route({
  method: 'GET',
  path: '/api/figures/{id}/rows',
  summary: 'The rows behind a figure. A confidential demand stands there without its title.',
  access,
  params: z.strictObject({ id: z.enum(FIGURE_IDS) }),
  query: z.strictObject({
    ...span,
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.strictObject({
    subject: figure.shape.subject,
    rows: z.array(z.strictObject({ id: z.uuid(), name: z.string().nullable(), on: localDate.nullable() })),
  }),
  problems: ['request.not-found'],
});
