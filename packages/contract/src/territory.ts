import { TERRITORY_REFUSALS } from '@xiaoer/domain/territory/refusals';
import { TERRITORY_KINDS } from '@xiaoer/domain/territory/state';
import { z } from 'zod';
import { commandsOf, nothing, optionalText, wholeOf } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';

const PATH = '/api/territories';
const { opening, changing } = commandsOf<'territory'>({ path: PATH, refusals: TERRITORY_REFUSALS });
const names = { name: text(NAME), nameEn: optionalText(NAME) };
const parentId = idOf<'territory'>().optional();

export const territories = wholeOf(PATH, {
  summary: 'The tree of territories, flat: each names its parent.',
  rule: 'anyone signed in',
  item: z.strictObject({
    id: idOf<'territory'>(),
    version: z.number().int(),
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: z.enum(TERRITORY_KINDS),
    parentId: idOf<'territory'>().nullable(),
    active: z.boolean(),
    closedOn: localDate.nullable(),
  }),
});

export const registerTerritory = opening('RegisterTerritory', {
  summary: 'Register a territory.',
  body: z.strictObject({ ...names, kind: z.enum(TERRITORY_KINDS), parentId }),
});

export const TERRITORY_CHANGES = {
  RenameTerritory: changing('RenameTerritory', {
    verb: 'rename',
    summary: 'Give a territory another name.',
    body: z.strictObject(names),
  }),
  MoveTerritory: changing('MoveTerritory', {
    verb: 'move',
    summary: 'Put a territory under another one, or at the root.',
    body: z.strictObject({ parentId }),
  }),
  CloseTerritory: changing('CloseTerritory', {
    verb: 'close',
    summary: 'Close a territory without open ones below it.',
    body: nothing,
  }),
  ReopenTerritory: changing('ReopenTerritory', {
    verb: 'reopen',
    summary: 'Open a closed territory again.',
    body: nothing,
  }),
};
