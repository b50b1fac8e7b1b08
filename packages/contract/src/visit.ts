import { VISIT_PURPOSES, VISIT_REFUSALS, VISIT_TARGET_KINDS } from '@xiaoer/domain/visit/visit';
import { LINE_LENGTH, NOTE_LENGTH } from '@xiaoer/domain/kernel/text';
import { z } from 'zod';
import { commandsOf, detailOf, listOf, named, optionalText } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';

const PATH = '/api/visits';
const { opening, changing } = commandsOf<'visit'>({ path: PATH, refusals: VISIT_REFUSALS });

const enterpriseId = idOf<'enterprise'>();
const purposes = z.array(z.enum(VISIT_PURPOSES)).max(VISIT_PURPOSES.length);
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enterprise'), enterpriseId }),
  z.strictObject({ kind: z.literal('site'), enterpriseId, siteId: idOf<'site'>() }),
  z.strictObject({ kind: z.literal('workshop'), enterpriseId, name: text(NAME) }),
  z.strictObject({ kind: z.literal('institute'), enterpriseId }),
  z.strictObject({ kind: z.literal('project'), projectId: idOf<'project'>() }),
  z.strictObject({ kind: z.literal('territory'), territoryId: idOf<'territory'>() }),
  z.strictObject({ kind: z.literal('team'), name: text(NAME) }),
]);
const particulars = {
  visitorIds: z.array(idOf<'person'>()).min(1).max(50),
  target,
  territoryId: idOf<'territory'>().optional(),
  on: localDate,
  purposes: purposes.min(1),
};
const note = optionalText(NOTE_LENGTH);

export const VISIT_PROGRESS = ['planned', 'made', 'cancelled'] as const;

const visitItem = {
  id: idOf<'visit'>(),
  version: z.number().int(),
  on: localDate,
  progress: z.enum(VISIT_PROGRESS),
  target,
  /** What was visited, in words. */
  targetName: z.string(),
  territoryId: idOf<'territory'>().nullable(),
  visitors: z.array(named<'person'>()),
  purposes: z.array(z.enum(VISIT_PURPOSES)),
  findings: z.number().int(),
};

export const VISIT_SORTS = ['on', 'progress', 'kind', 'findings'] as const;

export const { page: visits, file: visitsFile } = listOf(PATH, {
  summary: 'Visits, newest first.',
  rule: 'visit.read',
  sorts: VISIT_SORTS,
  order: 'desc',
  query: {
    from: localDate.optional(),
    to: localDate.optional(),
    enterprise: enterpriseId.optional(),
    territory: idOf<'territory'>().optional(),
    visitor: idOf<'person'>().optional(),
    targetKind: z.enum(VISIT_TARGET_KINDS).optional(),
    progress: z.enum(VISIT_PROGRESS).optional(),
  },
  item: z.strictObject(visitItem),
});

export const visit = detailOf(PATH, {
  id: idOf<'visit'>(),
  summary: 'A visit with its findings.',
  rule: 'visit.read',
  response: z.strictObject({
    ...visitItem,
    note: z.string().nullable(),
    cancelledFor: z.string().nullable(),
    found: z.array(
      z.strictObject({
        findingId: idOf<'finding'>(),
        text: z.string(),
        demandId: idOf<'demand'>().nullable(),
      }),
    ),
  }),
});

export const planVisit = opening('PlanVisit', {
  summary: 'Plan a visit.',
  body: z.strictObject(particulars),
});

/** Its own address, as planning and recording both make a new visit. */
export const recordVisit = {
  ...opening('RecordVisit', {
    summary: 'Record a visit that was never planned.',
    body: z.strictObject({ ...particulars, note }),
  }),
  path: '/api/visits/made' as const,
};

export const VISIT_CHANGES = {
  MakeVisit: changing('MakeVisit', {
    verb: 'make',
    summary: 'The planned visit was made.',
    body: z.strictObject({ on: localDate, note }),
  }),
  CorrectVisit: changing('CorrectVisit', {
    verb: 'correct',
    summary: 'Correct purposes and note.',
    body: z.strictObject({ purposes: purposes.min(1), note }),
  }),
  AddFinding: changing('AddFinding', {
    verb: 'add-finding',
    summary: 'Write down what was learned.',
    body: z.strictObject({ text: text(NOTE_LENGTH), demandId: idOf<'demand'>().optional() }),
  }),
  LinkFinding: changing('LinkFinding', {
    verb: 'link-finding',
    summary: 'Say which demand a finding became.',
    body: z.strictObject({ findingId: idOf<'finding'>(), demandId: idOf<'demand'>() }),
  }),
  CancelVisit: changing('CancelVisit', {
    verb: 'cancel',
    summary: 'Cancel a planned visit.',
    body: z.strictObject({ reason: text(LINE_LENGTH) }),
  }),
};
