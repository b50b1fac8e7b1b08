import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMinutes, assertInstant, dateOf } from './instant.ts';
import { dueAt, type Limit } from './limits.ts';
import { coveredValue } from './testing/covered-value.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';
import { workingDaysLeft } from './time-left.ts';
import { isWorkday } from './workdays.ts';

const SEPTEMBER = assertInstant('2022-09-01T00:00:00.000+08:00');
const moments = fc.integer({ min: 0, max: 150 * 1440 }).map((minutes) => addMinutes(SEPTEMBER, minutes));
const limit = (amount: number): Limit => ({
  unit: 'workingDays',
  amount,
  start: 'nextDay',
  rollForward: false,
});

it('is the whole amount on the day the limit starts', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 40 }), (now, amount) => {
      const due = coveredValue(dueAt(limit(amount), now, SAMPLE_CALENDAR));
      expect(workingDaysLeft('workingDays', { now, dueAt: due }, SAMPLE_CALENDAR)).toBe(amount);
    }),
    { numRuns: 500 },
  );
});

it('loses one with each day that is worked, and nothing on a day off', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 40 }), (now, amount) => {
      const tomorrow = addMinutes(now, 1_440);
      const due = coveredValue(dueAt(limit(amount), SEPTEMBER, SAMPLE_CALENDAR));
      const [before, after] = [now, tomorrow].map((at) =>
        workingDaysLeft('workingDays', { now: at, dueAt: due }, SAMPLE_CALENDAR),
      );
      const worked = coveredValue(isWorkday(SAMPLE_CALENDAR, dateOf(tomorrow)));
      expect((before ?? 0) - (after ?? 0)).toBe(worked ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});
