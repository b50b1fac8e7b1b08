import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMilliseconds,
  addMinutes,
  dateOf,
  epochMilliseconds,
  fromEpochMilliseconds,
  instant,
  instantAt,
  millisecondsBetween,
  minuteOfDay,
} from './instant.ts';

const moments = fc.integer({ min: -2_000_000_000_000, max: 5_000_000_000_000 });
const minutes = fc.integer({ min: -5_000_000, max: 5_000_000 });

describe('moments', () => {
  it('stand in the order of their texts', () => {
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const [first, second] = [fromEpochMilliseconds(a), fromEpochMilliseconds(b)];
        expect(first < second).toBe(a < b);
        expect(millisecondsBetween(first, second)).toBe(b - a);
      }),
      { numRuns: 500 },
    );
  });

  it('survive being written and read', () => {
    fc.assert(
      fc.property(moments, (milliseconds) => {
        const at = fromEpochMilliseconds(milliseconds);
        expect(instant(at)).toBe(at);
        expect(epochMilliseconds(at)).toBe(milliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it('come back when minutes are added and taken away', () => {
    fc.assert(
      fc.property(moments, minutes, (milliseconds, amount) => {
        const at = fromEpochMilliseconds(milliseconds);
        const later = addMinutes(at, amount);
        expect(addMinutes(later, -amount)).toBe(at);
        expect(millisecondsBetween(at, later)).toBe(amount * 60_000);
      }),
    );
  });

  it('are their day, their minute and what is left of it', () => {
    fc.assert(
      fc.property(moments, (milliseconds) => {
        const at = fromEpochMilliseconds(milliseconds);
        const minute = instantAt(dateOf(at), minuteOfDay(at));
        const rest = millisecondsBetween(minute, at);
        expect(rest >= 0 && rest < 60_000).toBe(true);
        expect(addMilliseconds(minute, rest)).toBe(at);
      }),
    );
  });
});
