import { z } from 'zod';
import { named } from './command-route.ts';
import { demandFilter, DEMAND_SORTS, demandItem } from './demand-views.ts';
import { cursorPage, idOf, localDate } from './primitives.ts';
import { route } from './route.ts';

export const LIST_KINDS = ['problems', 'tasks', 'responsibilities'] as const;

/** One demand as the three lists see it: 问题清单, 任务清单 and 责任清单 are three views of the same rows. */
export const listRow = z.strictObject({
  demand: demandItem,
  problem: z.string(),
  category: z.string(),
  /** What is being done: the plan with its steps, else which units have a task until when. */
  measure: z.string(),
  stepsDone: z.number().int(),
  steps: z.number().int(),
  /** The leader linked to the enterprise today. */
  leader: z.string().nullable(),
  coUnits: z.array(named<'organisation'>()),
  dueOn: localDate,
});

const listQuery = {
  ...demandFilter,
  sort: z.enum(DEMAND_SORTS).default('dueAt'),
  order: z.enum(['asc', 'desc']).default('asc'),
};

export const threeLists = route({
  method: 'GET',
  path: '/api/lists/{kind}',
  summary: 'One of the three lists, a page at a time; every row names its demand.',
  access: { auth: 'session', rule: 'demand.read' },
  params: z.strictObject({ kind: z.enum(LIST_KINDS) }),
  query: z.strictObject({ ...listQuery, ...cursorPage }),
  response: z.strictObject({ items: z.array(listRow), next: z.string().nullable() }),
  problems: ['request.not-found'],
});

const file = { response: z.strictObject({}), perMinute: 30 } as const;
const demandParams = z.strictObject({ id: idOf<'demand'>() });

export const exportLists = route({
  ...file,
  method: 'GET',
  path: '/api/lists/{kind}/export',
  summary:
    'One of the three lists, or all of them, as .xlsx or .docx. Logged, and marked with who took it and when.',
  access: { auth: 'session', rule: 'list.export' },
  params: z.strictObject({ kind: z.enum([...LIST_KINDS, 'all']) }),
  query: z.strictObject({ ...listQuery, format: z.enum(['xlsx', 'docx']) }),
  gives: 'application/octet-stream',
  problems: ['access.forbidden', 'request.not-found', 'list.too-long'],
});

export const exportDemands = route({
  ...file,
  method: 'GET',
  path: '/api/demands/export',
  summary: 'Demands within my reach as .xlsx or .csv. Logged, and marked with who took it and when.',
  access: { auth: 'session', rule: 'list.export' },
  query: z.strictObject({ ...listQuery, format: z.enum(['xlsx', 'csv']) }),
  gives: 'application/octet-stream',
  problems: ['access.forbidden', 'request.not-found', 'list.too-long'],
});

export const referralSheetFile = route({
  ...file,
  method: 'GET',
  path: '/api/demands/{id}/referral-sheet',
  summary: 'The 转办单 of a demand as .docx, for the unit that handles it.',
  access: { auth: 'session', rule: 'demand.read' },
  params: demandParams,
  gives: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  problems: ['request.not-found'],
});

export const liaisonLetterFile = route({
  ...file,
  method: 'GET',
  path: '/api/demands/{id}/liaison-letter',
  summary: 'The 工作联系函 of a referred demand as .docx, for the body outside; it holds no internal text.',
  access: { auth: 'session', rule: 'demand.read' },
  params: demandParams,
  query: z.strictObject({ token: z.string().max(100).optional() }),
  gives: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  problems: ['request.not-found'],
});
