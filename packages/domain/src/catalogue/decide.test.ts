import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CategoryCommand, CategoryContext } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { CATEGORY_REFUSALS, type CategoryRefusal } from './refusals.ts';

const decider = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: CategoryContext = {
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  today: day('2022-06-01'),
  actor: person('admin'),
  isKeyTaken: false,
  parent: { path: ['utilities'], active: true },
  hasActiveChildren: false,
  activeUnitIds: [id('waterworks')],
  activeTerritoryIds: [id('yufu')],
};
const add = {
  type: 'AddCategory',
  categoryId: id('c'),
  key: 'water',
  names: { zh: '供水', en: 'Water' },
  parentKey: 'utilities',
} as const satisfies CategoryCommand;
const entry = {
  type: 'AddCatalogueEntry',
  entryId: id('e1'),
  territoryId: id('yufu'),
  unitId: id('waterworks'),
  from: day('2022-01-01'),
} as const satisfies CategoryCommand;
const end = (lastDay: string) =>
  ({
    type: 'EndCatalogueEntry',
    entryId: id('e1'),
    lastDay: day(lastDay),
  }) as const satisfies CategoryCommand;

describe('a category', () => {
  it('takes a new unit for a territory from the day after the old one', () => {
    const next = { ...entry, entryId: id<'catalogueEntry'>('e2'), from: day('2022-07-01') };
    const state = after(decider, context, [add, entry, end('2022-06-30'), next]);
    expect(state.entries.map(({ from, to }) => [from, to])).toEqual([
      ['2022-01-01', '2022-06-30'],
      ['2022-07-01', undefined],
    ]);
  });

  it('takes a row for the whole zone beside one for a territory', () => {
    const zone = { ...entry, entryId: id<'catalogueEntry'>('e2'), territoryId: undefined };
    expect(after(decider, context, [add, entry, zone]).entries).toHaveLength(2);
  });

  it('is renamed, retired and restored, and its key stays', () => {
    const names = { zh: '给水', en: 'Water supply' };
    const state = after(decider, context, [
      add,
      { type: 'RenameCategory', names },
      { type: 'RetireCategory' },
      { type: 'RestoreCategory' },
      { type: 'MoveCategory' },
    ]);
    expect(state).toMatchObject({ key: 'water', names, active: true, parentKey: undefined });
  });
});

type Case = [CategoryRefusal, string, readonly CategoryCommand[], CategoryCommand, Partial<CategoryContext>?];
const retired: readonly CategoryCommand[] = [add, { type: 'RetireCategory' }];
const CASES: readonly Case[] = [
  ['category.unknown', 'is not there', [], { type: 'RetireCategory' }],
  ['category.exists', 'is there', [add], add],
  ['category.key-taken', 'has the key of another', [], add, { isKeyTaken: true }],
  ['category.key-invalid', 'has blanks in its key', [], { ...add, key: 'water supply' }],
  ['category.key-invalid', 'has too long a key', [], { ...add, key: 'w'.repeat(61) }],
  ['category.text-invalid', 'has no English name', [], { ...add, names: { zh: '供水', en: '' } }],
  ['category.parent-unknown', 'hangs nowhere', [], add, { parent: undefined }],
  [
    'category.parent-retired',
    'hangs on a retired one',
    [],
    add,
    { parent: { path: ['utilities'], active: false } },
  ],
  [
    'category.would-be-circular',
    'is moved below its own part',
    [add],
    { type: 'MoveCategory', parentKey: 'pipes' },
    { parent: { path: ['pipes', 'water'], active: true } },
  ],
  [
    'category.would-be-circular',
    'is moved below itself',
    [add],
    { type: 'MoveCategory', parentKey: 'water' },
  ],
  [
    'category.has-active-children',
    'has parts',
    [add],
    { type: 'RetireCategory' },
    { hasActiveChildren: true },
  ],
  ['category.retired', 'is retired', retired, entry],
  ['category.not-retired', 'is in use', [add], { type: 'RestoreCategory' }],
  ['category.unit-unknown', 'is handled by nobody', [add], { ...entry, unitId: id('ghost') }],
  ['category.territory-unknown', 'is handled nowhere', [add], { ...entry, territoryId: id('moon') }],
  ['category.entry-overlaps', 'is handled there', [add, entry], { ...entry, entryId: id('e2') }],
  [
    'category.entry-overlaps',
    'is handled there on the last day',
    [add, entry, end('2022-06-30')],
    { ...entry, entryId: id('e2'), from: day('2022-06-30') },
  ],
  ['category.entry-unknown', 'has no such row', [add], end('2022-06-30')],
  ['category.dates-reversed', 'goes backwards', [add], { ...entry, to: day('2021-12-31') }],
  ['category.last-day-outside', 'ends before it began', [add, entry], end('2021-12-31')],
  ['category.unchanged', 'has the names', [add], { type: 'RenameCategory', names: add.names }],
];

describe('a command on a category is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command, changes = {}]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, { ...context, ...changes })).toMatchObject({
      accepted: false,
      refusal: { code },
    });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...CATEGORY_REFUSALS].sort());
  });
});
