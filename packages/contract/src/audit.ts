import { z } from 'zod';
import { cursorPage, idOf, instant, localDate } from './primitives.ts';
import { route } from './route.ts';

/** What was done, by whom and when; what was said in it stays with its record. */
export const auditEntry = z.strictObject({
  streamId: z.uuid(),
  version: z.number().int(),
  aggregate: z.string(),
  type: z.string(),
  at: instant,
  by: z.strictObject({ personId: idOf<'person'>(), name: z.string() }).nullable(),
  onBehalfOf: z.strictObject({ personId: idOf<'person'>(), name: z.string() }).nullable(),
});

export const auditSearch = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'The event log, newest first: who did what, when.',
  access: { auth: 'session', rule: 'audit.read' },
  query: z.strictObject({
    person: idOf<'person'>().optional(),
    stream: z.uuid().optional(),
    aggregate: z.string().max(40).optional(),
    type: z.string().max(80).optional(),
    from: localDate.optional(),
    to: localDate.optional(),
    ...cursorPage,
  }),
  response: z.strictObject({ entries: z.array(auditEntry), next: z.string().nullable() }),
  problems: ['access.forbidden', 'request.not-found'],
});
