import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '../kernel/day-span.ts';
import { id } from '../kernel/testing/history.ts';
import { fromDayNumber } from '../time/local-date.ts';
import type { CategoryState } from './state.ts';
import { unitFor } from './unit-for.ts';

const PATH = ['grid', 'block', 'park', 'zone'].map((name) => id<'territory'>(name));
const days = fc.integer({ min: 19_000, max: 19_010 }).map(fromDayNumber);
const entries = fc.array(
  fc.record({
    territoryId: fc.option(fc.constantFrom(...PATH, id<'territory'>('elsewhere')), { nil: undefined }),
    days: fc.tuple(days, days),
  }),
  { maxLength: 8 },
);

describe('laws of the catalogue', () => {
  it('the unit is that of the nearest place with a row in force, and of the whole zone last', () => {
    fc.assert(
      fc.property(entries, days, (rows, on) => {
        const state: CategoryState = {
          id: id('c'),
          key: 'water',
          names: { zh: '供水', en: 'Water' },
          active: true,
          entries: rows.map(({ territoryId, days: [one, other] }, index) => ({
            entryId: id(`${index}`),
            unitId: id(`${territoryId ?? 'all'}`),
            territoryId,
            from: one <= other ? one : other,
            to: one <= other ? other : one,
          })),
        };
        const inForce = state.entries
          .filter((entry) => covers(entry, on))
          .map((entry) => `${entry.territoryId ?? 'all'}`);
        const nearest = [...PATH, 'all'].find((place) => inForce.includes(place));
        const found = unitFor(new Map([['water', state]]), { category: 'water', territoryPath: PATH, on });
        expect(found).toBe(nearest);
      }),
      { numRuns: 1_000 },
    );
  });
});
