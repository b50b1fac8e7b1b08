import { COMMAND_TYPES } from '@xiaoer/domain/demand/commands';
import { EVENT_TYPES } from '@xiaoer/domain/demand/events';
import type { Demand } from '@xiaoer/domain/demand/state';
import { WORK_KINDS } from '@xiaoer/domain/demand/projections/work-items';
import { CHANNELS, OUTCOMES, PROMISES, REMITS, STATUSES, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import { z } from 'zod';
import { named } from './command-route.ts';
import { highlight } from './highlight.ts';
import { cursorPage, idOf, instant, localDate } from './primitives.ts';
import { route } from './route.ts';

const workingDaysLeft = z.number().int().nullable();

/** What every list shows of a demand: always the same light, date and owner. */
export const demandItem = z.strictObject({
  id: idOf<'demand'>(),
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  status: z.enum(STATUSES),
  channel: z.enum(CHANNELS),
  category: z.string(),
  urgency: z.enum(URGENCIES),
  territoryId: idOf<'territory'>(),
  enterprise: named<'enterprise'>(),
  ownerUnit: named<'organisation'>(),
  ownerPerson: named<'person'>().nullable(),
  leadUnit: named<'organisation'>().nullable(),
  remit: z.enum(REMITS).nullable(),
  confidential: z.boolean(),
  raisedAt: instant,
  startedAt: instant,
  yellowAt: instant,
  dueAt: instant,
  /** Of a limit in working days, on the zone's calendar: 0 on the last day, negative once overdue. */
  workingDaysLeft,
  stoppedAt: instant.nullable(),
  pausedSince: instant.nullable(),
  nextDueAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  settledLate: z.boolean(),
  satisfied: z.boolean().nullable(),
  unreachable: z.boolean(),
  /** In a list of call-backs alone: when the call is due. */
  callBackDueAt: instant.optional(),
  /** With a search: the places of its words in the title. */
  highlights: z.array(highlight).optional(),
});

export const DEMAND_LIGHTS = ['green', 'yellow', 'red', 'grey'] as const;
/** `callBackDueAt` lists nothing but demands whose asker is to be called. */
export const DEMAND_SORTS = ['dueAt', 'raisedAt', 'callBackDueAt'] as const;

const many = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.enum(values)).max(values.length).optional(),
  );

export const demandFilter = {
  /** `mine`: what I own myself. `open`: not closed. `closed`: closed. */
  show: z.enum(['mine', 'open', 'closed', 'all']).default('open'),
  status: many(STATUSES),
  urgency: many(URGENCIES),
  channel: many(CHANNELS),
  remit: many(REMITS),
  outcome: many(OUTCOMES),
  light: z.enum(DEMAND_LIGHTS).optional(),
  category: z.string().max(40).optional(),
  unit: idOf<'organisation'>().optional(),
  territory: idOf<'territory'>().optional(),
  enterprise: idOf<'enterprise'>().optional(),
  package: idOf<'package'>().optional(),
  /** Only what came in with this sheet. */
  import: idOf<'import'>().optional(),
  /** `false`: only what is in no package. */
  packaged: z.enum(['true', 'false']).optional(),
  raisedFrom: localDate.optional(),
  raisedTo: localDate.optional(),
  /** Words to search for; 2-character words included. */
  q: z.string().trim().max(100).optional(),
};

/** The list counts no further. */
export const DEMANDS_COUNTED = 1_000;

export const demands = route({
  method: 'GET',
  path: '/api/demands',
  summary: 'Demands within my reach, a page at a time.',
  access: { auth: 'session', rule: 'demand.read' },
  query: z.strictObject({
    ...demandFilter,
    sort: z.enum(DEMAND_SORTS).default('dueAt'),
    order: z.enum(['asc', 'desc']).default('asc'),
    /** Asks for the total. */
    count: z.stringbool().optional(),
    ...cursorPage,
  }),
  response: z.strictObject({
    items: z.array(demandItem),
    next: z.string().nullable(),
    /** With a search: how many the reader may read of what was found, and whether there may be more than that. */
    found: z.strictObject({ count: z.number().int(), more: z.boolean() }).nullable(),
    /**
     * Rows on all pages, counted no further than `DEMANDS_COUNTED`; without a search, on the first page, where it was asked for.
     * Null also for who may read so few of so many that counting them would take long.
     */
    total: z.strictObject({ count: z.number().int().max(DEMANDS_COUNTED), more: z.boolean() }).nullable(),
  }),
  problems: ['access.forbidden', 'request.not-found'],
});

/** One event of a demand's story, told by its type; `data` is the event's own payload. */
export const storyEvent = z.strictObject({
  version: z.number().int(),
  type: z.enum(EVENT_TYPES),
  at: instant,
  by: z.strictObject({ personId: idOf<'person'>(), onBehalfOf: idOf<'person'>().optional() }).nullable(),
  data: z.record(z.string(), z.unknown()),
});

/** The fold of the stream as the domain types it; staff only. */
const demandState = z.custom<Demand>(
  (value) => typeof value === 'object' && value !== null && 'status' in value,
);

export const demandDetail = route({
  method: 'GET',
  path: '/api/demands/{id}',
  summary: 'One demand: its state, its story and what I may do now.',
  access: { auth: 'session', rule: 'demand.read' },
  params: z.strictObject({ id: idOf<'demand'>() }),
  response: z.strictObject({
    item: demandItem,
    demand: demandState,
    /** Of each promise. */
    workingDaysLeft: z.record(z.enum(PROMISES), workingDaysLeft),
    story: z.array(storyEvent),
    actions: z.array(z.enum(COMMAND_TYPES)),
    /** Names of the people and units that state and story mention. */
    people: z.record(z.string(), z.string()),
    units: z.record(z.string(), z.string()),
    /** The unit that the catalogue names for its category and place. */
    catalogueUnit: idOf<'organisation'>().nullable(),
    /** The working day from which another call that nobody answers counts; null while one counts today. */
    nextAttemptOn: localDate.nullable(),
    /** With so many more calls that nobody answers it is closed as unreachable; null where no call is owed. */
    attemptsLeft: z.number().int().nullable(),
  }),
  problems: ['request.not-found'],
});

export const workEntry = z.strictObject({
  kind: z.enum(WORK_KINDS),
  workKey: z.string(),
  dueAt: instant.nullable(),
  /** Of a promise; other work has no yellow light. */
  yellowAt: instant.nullable(),
  workingDaysLeft,
  demand: demandItem,
});

/** A desk counts no further: what has reached it may be more. */
export const DESK_COUNTED = 1_000;

/** So many pieces of work of each kind, the earliest, are shown on a desk; the list of demands has the others. */
export const DESK_SHOWN = 30;

const deskCount = z.number().int().max(DESK_COUNTED);

export const desk = route({
  method: 'GET',
  path: '/api/desk',
  summary: 'What I owe and what my units owe that nobody has taken, earliest first, with how much of each.',
  access: { auth: 'session', rule: 'demand.read' },
  response: z.strictObject({
    counts: z.strictObject({ overdue: deskCount, today: deskCount, later: deskCount, unit: deskCount }),
    mine: z.array(workEntry),
    /** What my units owe and nobody in them has taken yet. */
    ofMyUnits: z.array(workEntry),
  }),
  problems: ['access.forbidden', 'request.not-found'],
});
