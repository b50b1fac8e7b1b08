import { LINE_LENGTH } from '@xiaoer/domain/kernel/text';
import { MAX_ATTENDEES, POLICY_SESSION_REFUSALS } from '@xiaoer/domain/policy-session/policy-session';
import { z } from 'zod';
import { commandsOf, detailOf, listOf, named, optionalText } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';

const PATH = '/api/policy-sessions';
const { opening, changing } = commandsOf<'policySession'>({ path: PATH, refusals: POLICY_SESSION_REFUSALS });

const particulars = {
  topic: text(NAME),
  on: localDate,
  place: optionalText(NAME),
  attendees: z.number().int().min(1).max(MAX_ATTENDEES),
  enterpriseIds: z.array(idOf<'enterprise'>()).max(1_000),
  handbookGiven: z.boolean(),
};

const heldBy = {
  organiserUnitId: idOf<'organisation'>(),
  speakerIds: z.array(idOf<'person'>()).max(50),
};

const sessionItem = {
  id: idOf<'policySession'>(),
  version: z.number().int(),
  topic: z.string(),
  on: localDate,
  place: z.string().nullable(),
  attendees: z.number().int(),
  enterprises: z.number().int(),
  handbookGiven: z.boolean(),
  organiserUnitId: idOf<'organisation'>(),
  /** False once struck: it stays, and counts nowhere. */
  counts: z.boolean(),
};

export const POLICY_SESSION_SORTS = ['on', 'topic', 'attendees', 'enterprises'] as const;

export const { page: policySessions, file: policySessionsFile } = listOf(PATH, {
  summary: 'Policy sessions, newest first.',
  rule: 'policySession.read',
  sorts: POLICY_SESSION_SORTS,
  order: 'desc',
  query: {
    from: localDate.optional(),
    to: localDate.optional(),
    unit: idOf<'organisation'>().optional(),
    counts: z.stringbool().optional(),
  },
  item: z.strictObject(sessionItem),
});

export const policySession = detailOf(PATH, {
  id: idOf<'policySession'>(),
  summary: 'A policy session with speakers and enterprises.',
  rule: 'policySession.read',
  response: z.strictObject({
    ...sessionItem,
    speakers: z.array(named<'person'>()),
    attended: z.array(named<'enterprise'>()),
    struckFor: z.string().nullable(),
  }),
});

export const holdPolicySession = opening('HoldPolicySession', {
  summary: 'Record a policy session that was held.',
  body: z.strictObject({ ...particulars, ...heldBy }),
});

export const POLICY_SESSION_CHANGES = {
  CorrectPolicySession: changing('CorrectPolicySession', {
    verb: 'correct',
    summary: 'Correct what was recorded; who held it and who spoke stay when left out.',
    body: z.strictObject({ ...particulars, ...z.object(heldBy).partial().shape }),
  }),
  StrikePolicySession: changing('StrikePolicySession', {
    verb: 'strike',
    summary: 'It was recorded in error; it counts nowhere.',
    body: z.strictObject({ reason: text(LINE_LENGTH) }),
  }),
};
