import { REMITS } from '@xiaoer/domain/demand/vocabulary';
import { z } from 'zod';
import { demandItem } from './demand-views.ts';
import { BODY, idOf, NAME } from './primitives.ts';
import { route } from './route.ts';

const confidence = z.number().min(0).max(1);

export const suggestDemand = route({
  method: 'POST',
  path: '/api/demands/suggest',
  summary: 'What a text is likely about, who is likely to handle it, and which demands are like it.',
  access: { auth: 'session', rule: 'RegisterDemand' },
  body: z.strictObject({
    title: z.string().trim().max(NAME).default(''),
    text: z.string().trim().max(BODY),
    enterpriseId: idOf<'enterprise'>().optional(),
    territoryId: idOf<'territory'>().optional(),
    /** What happens again at the same site is the likelier recurrence. */
    siteId: idOf<'site'>().optional(),
    /** Already chosen: recurrences are looked for under it, the catalogue is asked for its unit. */
    category: z.string().max(40).optional(),
  }),
  response: z.strictObject({
    /** Null below the confidence from which suggestions are right often enough, or before anything was learned. */
    category: z.strictObject({ key: z.string(), confidence, words: z.array(z.string()) }).nullable(),
    remit: z.strictObject({ remit: z.enum(REMITS), confidence }).nullable(),
    /** Learned from who handled such texts, else named by the catalogue. */
    unit: z
      .strictObject({ id: idOf<'organisation'>(), name: z.string(), confidence: confidence.nullable() })
      .nullable(),
    duplicates: z.array(
      z.strictObject({
        demand: demandItem,
        /** 1: the same text but for spaces and punctuation. */
        score: z.number().min(0).max(1),
        sharedWords: z.array(z.string()),
        /** Closed, of the same enterprise: the new demand may be linked to it as a recurrence. */
        recurrence: z.boolean(),
      }),
    ),
  }),
  perMinute: 600,
  problems: ['access.forbidden'],
});
