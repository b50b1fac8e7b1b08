import { CATEGORY_REFUSALS } from '@xiaoer/domain/catalogue/refusals';
import { KEY_LENGTH } from '@xiaoer/domain/kernel/text';
import { z } from 'zod';
import { commandsOf, nothing, wholeOf } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';

const PATH = '/api/categories';
const { opening, changing } = commandsOf<'category'>({ path: PATH, refusals: CATEGORY_REFUSALS });
const names = z.strictObject({ zh: text(NAME), en: text(NAME) });
const key = z.string().trim().min(1).max(KEY_LENGTH);
const parentKey = key.optional();

export const categories = wholeOf(PATH, {
  summary: 'Categories with who handles them where; an enterprise sees the names only.',
  rule: 'anyone signed in',
  item: z.strictObject({
    id: idOf<'category'>(),
    version: z.number().int(),
    key: z.string(),
    names: z.strictObject({ zh: z.string(), en: z.string() }),
    parentKey: z.string().nullable(),
    active: z.boolean(),
    entries: z.array(
      z.strictObject({
        entryId: idOf<'catalogueEntry'>(),
        /** Null: the whole zone. */
        territoryId: idOf<'territory'>().nullable(),
        unitId: idOf<'organisation'>(),
        from: localDate,
        to: localDate.nullable(),
      }),
    ),
  }),
});

export const addCategory = opening('AddCategory', {
  summary: 'Add a category; its key never changes.',
  body: z.strictObject({ key, names, parentKey }),
});

export const CATEGORY_CHANGES = {
  RenameCategory: changing('RenameCategory', {
    verb: 'rename',
    summary: 'Give a category other names.',
    body: z.strictObject({ names }),
  }),
  MoveCategory: changing('MoveCategory', {
    verb: 'move',
    summary: 'Put a category under another one, or at the root.',
    body: z.strictObject({ parentKey }),
  }),
  RetireCategory: changing('RetireCategory', {
    verb: 'retire',
    summary: 'Stop using a category; what carries it keeps it.',
    body: nothing,
  }),
  RestoreCategory: changing('RestoreCategory', {
    verb: 'restore',
    summary: 'Use a retired category again.',
    body: nothing,
  }),
  AddCatalogueEntry: changing('AddCatalogueEntry', {
    verb: 'add-entry',
    summary: 'Say which unit handles the category in a territory from a day on.',
    body: z.strictObject({
      territoryId: idOf<'territory'>().optional(),
      unitId: idOf<'organisation'>(),
      from: localDate,
      to: localDate.optional(),
    }),
  }),
  EndCatalogueEntry: changing('EndCatalogueEntry', {
    verb: 'end-entry',
    summary: 'End a row of the catalogue with a last day.',
    body: z.strictObject({ entryId: idOf<'catalogueEntry'>(), lastDay: localDate }),
  }),
};
