import { ORGANISATION_REFUSALS } from '@xiaoer/domain/organisation/refusals';
import { ORGANISATION_CALENDARS, ORGANISATION_KINDS } from '@xiaoer/domain/organisation/state';
import { z } from 'zod';
import { commandsOf, fileOf, nothing, optionalText, wholeOf } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';

const PATH = '/api/organisations';
const { opening, changing } = commandsOf<'organisation'>({ path: PATH, refusals: ORGANISATION_REFUSALS });
const names = { name: text(NAME), nameEn: optionalText(NAME) };
const calendar = z.enum(ORGANISATION_CALENDARS);
const parentId = idOf<'organisation'>().optional();

export const organisations = wholeOf(PATH, {
  summary: 'The tree of units, flat: each names its parent.',
  rule: 'directory.read',
  item: z.strictObject({
    id: idOf<'organisation'>(),
    version: z.number().int(),
    name: z.string(),
    nameEn: z.string().nullable(),
    /** First letters of the pinyin of its name, by which it is found. */
    letters: z.string(),
    kind: z.enum(ORGANISATION_KINDS),
    calendar,
    parentId: idOf<'organisation'>().nullable(),
    active: z.boolean(),
    closedOn: localDate.nullable(),
  }),
});

export const organisationsFile = fileOf(PATH, {
  summary: 'The tree of units, each below its parent.',
  query: {
    /** Part of the name, or of its letters. */
    q: z.string().trim().max(100).optional(),
  },
});

export const registerOrganisation = opening('RegisterOrganisation', {
  summary: 'Register a unit.',
  body: z.strictObject({ ...names, kind: z.enum(ORGANISATION_KINDS), calendar, parentId }),
});

export const ORGANISATION_CHANGES = {
  RenameOrganisation: changing('RenameOrganisation', {
    verb: 'rename',
    summary: 'Give a unit another name.',
    body: z.strictObject(names),
  }),
  MoveOrganisation: changing('MoveOrganisation', {
    verb: 'move',
    summary: 'Put a unit under another one, or at the root.',
    body: z.strictObject({ parentId }),
  }),
  ChangeOrganisationCalendar: changing('ChangeOrganisationCalendar', {
    verb: 'change-calendar',
    summary: 'Say which working hours its people keep.',
    body: z.strictObject({ calendar }),
  }),
  CloseOrganisation: changing('CloseOrganisation', {
    verb: 'close',
    summary: 'Close a unit without open units below it.',
    body: nothing,
  }),
  ReopenOrganisation: changing('ReopenOrganisation', {
    verb: 'reopen',
    summary: 'Open a closed unit again.',
    body: nothing,
  }),
};
