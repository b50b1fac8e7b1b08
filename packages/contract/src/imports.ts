import { z } from 'zod';
import { uploadName } from './files.ts';
import { idOf, instant } from './primitives.ts';
import { route } from './route.ts';
import { UPLOAD_PROBLEMS } from './upload-problems.ts';

export const IMPORT_STATUSES = [
  'checking',
  'checked',
  'committing',
  'committed',
  'cancelled',
  'failed',
] as const;

export const MOST_IMPORT_ROWS = 5_000;

/** The columns of a sheet of demands. */
export const IMPORT_KEYS = [
  'enterprise',
  'creditCode',
  'title',
  'text',
  'category',
  'territory',
  'urgency',
  'reference',
  'tags',
  'times',
  'loss',
] as const;
export type ImportKey = (typeof IMPORT_KEYS)[number];

/** What only looking a row up in the zone can tell. */
export const IMPORT_CODES = [
  'import.enterprise-unknown',
  'import.enterprise-ambiguous',
  'import.enterprise-mismatch',
  'import.category-unknown',
  'import.urgency-unknown',
  'import.territory-unknown',
  'import.territory-ambiguous',
  'import.same-text-in-sheet',
  'import.same-text-known',
] as const;
export type ImportCode = (typeof IMPORT_CODES)[number];

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** What a row or a cell of a sheet has to say; an error keeps the whole sheet out. */
export const importMessage = z.strictObject({
  severity: z.enum(['error', 'note']),
  rowNumber: z.number().int(),
  /** The column it is about; null for the row. */
  key: z.string().nullable(),
  /** As in the sheet: `A`, `AB`. */
  columnLetters: z.string().nullable(),
  code: z.string(),
  facts,
});

export const importReport = z.strictObject({
  /** Why the file as a whole cannot be read. */
  refusal: z.strictObject({ code: z.string(), facts }).nullable(),
  sheetName: z.string(),
  unknownHeaders: z.array(z.string()),
  rows: z.number().int(),
  rowsWithErrors: z.number().int(),
  messages: z.array(importMessage),
  /** Messages beyond those listed. */
  more: z.number().int(),
});

const params = z.strictObject({ id: idOf<'import'>() });
const access = { auth: 'session', rule: 'RegisterDemand, staff only, one’s own imports' } as const;
const started = z.strictObject({ importId: idOf<'import'>() });

export const startImport = route({
  method: 'POST',
  path: '/api/imports',
  summary:
    'Send a sheet of demands (.xlsx; the body is its bytes). It is kept, and checked row by row first.',
  access,
  query: z.strictObject({ name: uploadName }),
  takes: 'application/octet-stream',
  response: started,
  status: 202,
  perMinute: 30,
  problems: ['access.forbidden', 'request.not-found', ...UPLOAD_PROBLEMS],
});

export const importState = route({
  method: 'GET',
  path: '/api/imports/{id}',
  summary: 'How far an import is, and what its rows have to say.',
  access,
  params,
  response: z.strictObject({
    importId: idOf<'import'>(),
    /** The sheet as it was sent. */
    fileId: idOf<'file'>(),
    name: z.string(),
    status: z.enum(IMPORT_STATUSES),
    totalRows: z.number().int(),
    doneRows: z.number().int(),
    report: importReport.nullable(),
    createdAt: instant,
  }),
  problems: ['request.not-found'],
});

/** More of them would only be scrolled past. */
export const MOST_IMPORTS = 50;

export const importList = route({
  method: 'GET',
  path: '/api/imports',
  summary: 'My latest imports, the newest first; the sheet of each is kept.',
  access,
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        importId: idOf<'import'>(),
        fileId: idOf<'file'>(),
        name: z.string(),
        status: z.enum(IMPORT_STATUSES),
        totalRows: z.number().int(),
        rowsWithErrors: z.number().int(),
        createdAt: instant,
      }),
    ),
  }),
  problems: ['access.forbidden', 'request.not-found'],
});

const step = (verb: 'commit' | 'cancel', summary: string) =>
  route({
    method: 'POST',
    path: `/api/imports/{id}/${verb}` as const,
    summary,
    access,
    params,
    response: z.strictObject({ status: z.enum(IMPORT_STATUSES) }),
    status: 202,
    problems: ['request.not-found', 'import.not-checked', 'import.has-errors', 'import.over'],
  });

export const commitImport = step('commit', 'Register every row of a sheet without errors, all or none.');
export const cancelImport = step('cancel', 'Stop an import; nothing of it is registered.');

export const importTemplate = route({
  method: 'GET',
  path: '/api/imports/template.xlsx',
  summary: 'An empty sheet with the columns an import understands.',
  access: { auth: 'session', rule: 'RegisterDemand, staff only' },
  response: z.strictObject({}),
  gives: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['request.not-found'],
});
