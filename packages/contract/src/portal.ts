import { COMMAND_TYPES } from '@xiaoer/domain/demand/commands';
import { EVENT_TYPES } from '@xiaoer/domain/demand/events';
import { OUTWARD_STATUSES, type OutwardView } from '@xiaoer/domain/demand/projections/outward-view';
import { OUTCOMES, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import { TEAM_ROLES } from '@xiaoer/domain/enterprise/state';
import { z } from 'zod';
import { cursorPage, idOf, instant } from './primitives.ts';
import { route } from './route.ts';

/** A demand in the asker's own list. */
export const portalItem = z.strictObject({
  id: idOf<'demand'>(),
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  status: z.enum(OUTWARD_STATUSES),
  category: z.string(),
  urgency: z.enum(URGENCIES),
  raisedAt: instant,
  dueAt: instant,
  closedAt: instant.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
});

export const portalDemands = route({
  method: 'GET',
  path: '/api/portal/demands',
  summary: "My enterprise's demands, newest first.",
  access: { auth: 'session', rule: 'a contact of the enterprise' },
  query: z.strictObject(cursorPage),
  response: z.strictObject({ items: z.array(portalItem), next: z.string().nullable() }),
  problems: ['request.not-found'],
});

/** What `outwardView` in the domain lets through; nothing else is ever read for the asker. */
const outwardDemand = z.custom<OutwardView>(
  (value) => typeof value === 'object' && value !== null && 'status' in value,
);

export const portalDemand = route({
  method: 'GET',
  path: '/api/portal/demands/{id}',
  summary: "One of my enterprise's demands, as the zone tells it outward.",
  access: { auth: 'session', rule: 'a contact of the enterprise' },
  params: z.strictObject({ id: idOf<'demand'>() }),
  response: z.strictObject({
    version: z.number().int(),
    demand: outwardDemand,
    story: z.array(
      z.strictObject({ type: z.enum(EVENT_TYPES), at: instant, fields: z.record(z.string(), z.unknown()) }),
    ),
    actions: z.array(z.enum(COMMAND_TYPES)),
    unit: z.string(),
  }),
  problems: ['request.not-found'],
});

export const portalTeam = route({
  method: 'GET',
  path: '/api/portal/team',
  summary: 'My enterprise, and who looks after it.',
  access: { auth: 'session', rule: 'a contact of the enterprise' },
  response: z.strictObject({
    enterprise: z.strictObject({
      id: idOf<'enterprise'>(),
      name: z.string(),
      sites: z.array(
        z.strictObject({ siteId: idOf<'site'>(), name: z.string(), territoryId: idOf<'territory'>() }),
      ),
    }),
    team: z.array(
      z.strictObject({
        role: z.enum(TEAM_ROLES),
        personId: idOf<'person'>(),
        name: z.string(),
        unit: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    ),
    categories: z.array(z.strictObject({ key: z.string(), zh: z.string(), en: z.string() })),
  }),
  problems: ['request.not-found'],
});
