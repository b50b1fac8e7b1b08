import { describe, expect, it } from 'vitest';
import { id } from '../kernel/testing/history.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CatalogueEntry, CategoryState } from './state.ts';
import { unitFor, type Catalogue } from './unit-for.ts';

const day = (text: string) => text as LocalDate;
const row = (unit: string, changes: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  entryId: id(unit),
  unitId: id(unit),
  from: day('2022-01-01'),
  ...changes,
});
const category = (
  key: string,
  entries: readonly CatalogueEntry[],
  parentKey?: string,
): [string, CategoryState] => [
  key,
  { id: id(key), key, names: { zh: key, en: key }, active: true, entries, ...(parentKey && { parentKey }) },
];
const catalogue: Catalogue = new Map([
  category('water', [
    row('zone-water'),
    row('yufu-water', { territoryId: id('yufu'), to: day('2022-06-30') }),
    row('new-yufu-water', { territoryId: id('yufu'), from: day('2022-07-01') }),
    row('grid-water', { territoryId: id('grid1') }),
  ]),
  category('water.pressure', [row('pumps', { territoryId: id('shuitu') })], 'water'),
  category('parking', []),
]);
const path = (...names: readonly string[]) => names.map((name) => id<'territory'>(name));
const ask = (key: string, names: readonly string[], on = '2022-06-01') =>
  unitFor(catalogue, { category: key, territoryPath: path(...names), on: day(on) });

describe('the catalogue', () => {
  it.each([
    ['water', ['grid1', 'yufu', 'zone'], 'grid-water'],
    ['water', ['grid2', 'yufu', 'zone'], 'yufu-water'],
    ['water', ['shuitu', 'zone'], 'zone-water'],
    ['water', [], 'zone-water'],
    ['water.pressure', ['shuitu', 'zone'], 'pumps'],
    ['water.pressure', ['grid1', 'yufu', 'zone'], 'grid-water'],
    ['parking', ['grid1', 'yufu', 'zone'], undefined],
    ['unheard-of', ['grid1', 'yufu', 'zone'], undefined],
  ])('answers %s in %j with %s', (key, names, unit) => {
    expect(ask(key, names)).toBe(unit);
  });

  it('answers by the day', () => {
    expect(ask('water', ['yufu'], '2022-06-30')).toBe('yufu-water');
    expect(ask('water', ['yufu'], '2022-07-01')).toBe('new-yufu-water');
    expect(ask('water', ['yufu'], '2021-12-31')).toBeUndefined();
  });
});
