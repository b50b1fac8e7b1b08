import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueMoments, pauseUntil, reclassifiedDue, resumedDue, usedFraction } from './clock-time.ts';
import { isOverdue, light, pauseClock, reclassify, resumeClock, startClock, type Clock } from './clock.ts';
import {
  addMilliseconds,
  addMinutes,
  assertInstant,
  dateOf,
  dueDateOf,
  maxInstant,
  millisecondsBetween,
  type Instant,
} from './instant.ts';
import { LIMIT_STARTS, LIMIT_UNITS, type Limit } from './limits.ts';
import { daysBetween } from './local-date.ts';
import { coveredValue } from './testing/covered-value.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';
import { overlay, type WorkCalendar } from './work-calendar.ts';
import { workMillisecondsBetween } from './work-time.ts';
import { workdayOf, workdaysBetween } from './workdays.ts';

const SEPTEMBER = assertInstant('2022-09-01T00:00:00.000+08:00');
const moments = fc.integer({ min: 0, max: 150 * 1440 }).map((minute) => addMinutes(SEPTEMBER, minute));
const limits: fc.Arbitrary<Limit> = fc
  .record({
    unit: fc.constantFrom(...LIMIT_UNITS),
    size: fc.integer({ min: 1, max: 20 }),
    start: fc.constantFrom(...LIMIT_STARTS),
    rollForward: fc.boolean(),
  })
  .map(({ size, ...limit }) => ({ ...limit, amount: limit.unit.endsWith('Days') ? size : size * 90 }));

type Stretch = { readonly after: number; readonly lasts: number };
const stretches = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 6 * 1440 }), lasts: fc.integer({ min: 0, max: 5 * 1440 }) }),
  { minLength: 1, maxLength: 4 },
);

const started = (limit: Limit, at: Instant, calendar: WorkCalendar = SAMPLE_CALENDAR): Clock =>
  startClock(at, limit, coveredValue(dueMoments(limit, at, calendar)));

/** Each stretch a pause of its own reason, begun and ended in the order of time, overlapping as they may. */
const paused = (clock: Clock, list: readonly Stretch[], calendar: WorkCalendar = SAMPLE_CALENDAR): Clock => {
  const steps = list.flatMap(({ after, lasts }, index) => [
    { at: after, kind: 'pause' as const, reason: `${index}` },
    { at: after + lasts, kind: 'resume' as const, reason: `${index}` },
  ]);
  let current = clock;
  for (const { at: minute, kind, reason } of steps.toSorted((a, b) => a.at - b.at)) {
    const at = addMinutes(clock.startedAt, minute);
    current =
      kind === 'pause'
        ? pauseClock(current, { reason, from: at, by: 'p1' })
        : resumeClock(current, { at, reason }, coveredValue(resumedDue(current, { at, reason }, calendar)));
  }
  return current;
};

const isPausedMinute = (list: readonly Stretch[], minute: number): boolean =>
  list.some(({ after, lasts }) => minute >= after && minute < after + lasts);

const lengthInUnit = (unit: Limit['unit'], from: Instant, to: Instant): number => {
  if (unit === 'naturalMinutes') return millisecondsBetween(from, to);
  if (unit === 'workMinutes') return coveredValue(workMillisecondsBetween(SAMPLE_CALENDAR, from, to));
  if (unit === 'calendarDays') return daysBetween(dueDateOf(from), dueDateOf(to));
  return coveredValue(workdaysBetween(SAMPLE_CALENDAR, dueDateOf(from), dueDateOf(to)));
};

describe('a pause', () => {
  it("moves the due time by its length in the limit's own unit", () => {
    fc.assert(
      fc.property(limits, moments, stretches, (drawn, at, [stretch]) => {
        const limit: Limit = { ...drawn, start: 'immediately', rollForward: false };
        const clock = started(limit, at);
        const once = stretch === undefined ? [] : [stretch];
        const { dueAt } = paused(clock, once);
        const from = addMinutes(at, stretch?.after ?? 0);
        const end = addMinutes(from, stretch?.lasts ?? 0);
        const length = lengthInUnit(limit.unit, from, end);
        const moved = lengthInUnit(limit.unit, clock.dueAt, dueAt);
        if (from >= clock.dueAt) expect(moved).toBe(0);
        else if (coveredValue(workdayOf(SAMPLE_CALENDAR, dateOf(end))).workday) expect(moved).toBe(length);
        else expect([length, length + 1]).toContain(moved);
      }),
      { numRuns: 400 },
    );
  });

  it('counts once where it overlaps another', () => {
    fc.assert(
      fc.property(moments, stretches, (at, list) => {
        const clock = started(
          { unit: 'naturalMinutes', amount: 50 * 1440, start: 'immediately', rollForward: false },
          at,
        );
        let minutes = 0;
        for (let minute = 0; minute < 11 * 1440; minute += 1) if (isPausedMinute(list, minute)) minutes += 1;
        expect(millisecondsBetween(clock.dueAt, paused(clock, list).dueAt)).toBe(minutes * 60_000);
      }),
      { numRuns: 200 },
    );
  });

  it('moves nothing until it is over, and never makes a deadline earlier', () => {
    fc.assert(
      fc.property(limits, moments, stretches, (limit, at, list) => {
        const clock = started(limit, at);
        const after = paused(clock, list);
        expect(pauseClock(clock, { reason: 'x', from: at, by: 'p1' }).dueAt).toBe(clock.dueAt);
        expect(after.dueAt >= clock.dueAt && after.yellowAt >= clock.yellowAt).toBe(true);
        expect(after.yellowAt <= after.dueAt).toBe(true);
        for (const { from, to } of after.pauses) {
          if (from < clock.dueAt) expect(after.dueAt >= (to ?? from)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts up to the cap of its reason, all pauses for that reason together', () => {
    fc.assert(
      fc.property(moments, stretches, fc.integer({ min: 0, max: 8_000 }), (at, list, capMinutes) => {
        const limit: Limit = {
          unit: 'naturalMinutes',
          amount: 50 * 1440,
          start: 'immediately',
          rollForward: false,
        };
        const cap = { unit: 'naturalMinutes', amount: capMinutes } as const;
        let clock = started(limit, at);
        let from = at;
        let total = 0;
        for (const { after, lasts } of list) {
          from = addMinutes(from, after);
          const until = coveredValue(pauseUntil(clock, { reason: 'x', from, cap }, SAMPLE_CALENDAR));
          clock = pauseClock(clock, { reason: 'x', from, until, by: 'p1' });
          from = addMinutes(from, lasts);
          total += lasts;
          clock = resumeClock(
            clock,
            { at: from },
            coveredValue(resumedDue(clock, { at: from }, SAMPLE_CALENDAR)),
          );
        }
        const moved = millisecondsBetween(addMinutes(at, limit.amount), clock.dueAt);
        expect(moved).toBe(Math.min(total, capMinutes) * 60_000);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the share of used time where it was', () => {
    fc.assert(
      fc.property(limits, moments, stretches, (limit, at, [stretch]) => {
        const clock = started(limit, at);
        const once = stretch === undefined ? [] : [stretch];
        const from = addMinutes(at, stretch?.after ?? 0);
        const end = addMinutes(from, stretch?.lasts ?? 0);
        const before = usedFraction(clock, from, SAMPLE_CALENDAR);
        expect(usedFraction(paused(clock, once), end, SAMPLE_CALENDAR)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a deadline', () => {
  it('is never earlier when a day becomes a holiday', () => {
    fc.assert(
      fc.property(limits, moments, fc.integer({ min: -2, max: 40 }), (limit, at, day) => {
        const date = addMinutes(at, day * 1440).slice(0, 10);
        const exception = { kind: 'holiday', name: '停休', source: 'law' } as const;
        const fewer = overlay(SAMPLE_CALENDAR, { exceptions: { [date]: exception } });
        const [plain, later] = [started(limit, at), started(limit, at, fewer)];
        expect(later.dueAt >= plain.dueAt).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is never earlier when a day becomes a holiday, with pauses too', () => {
    fc.assert(
      fc.property(
        limits,
        moments,
        fc.tuple(stretches, fc.integer({ min: -2, max: 40 })),
        (limit, at, [list, day]) => {
          const date = addMinutes(at, day * 1440).slice(0, 10);
          const exception = { kind: 'holiday', name: '停休', source: 'law' } as const;
          const fewer = overlay(SAMPLE_CALENDAR, { exceptions: { [date]: exception } });
          const plain = paused(started(limit, at), list);
          const later = paused(started(limit, at, fewer), list, fewer);
          expect(later.dueAt >= plain.dueAt).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('stays when the limit is set to what it was, before and after pauses', () => {
    fc.assert(
      fc.property(limits, moments, stretches, (limit, at, list) => {
        const clock = paused(started(limit, at), list);
        const change = { limit, at: addMinutes(at, 12 * 1440) };
        const moments = coveredValue(reclassifiedDue(clock, change, SAMPLE_CALENDAR));
        expect(reclassify(clock, limit, moments)).toEqual(clock);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the light', () => {
  const RANK = { green: 0, yellow: 1, red: 2, grey: -1, done: -1 };

  it('never goes back while the clock runs', () => {
    fc.assert(
      fc.property(
        limits,
        moments,
        fc.tuple(stretches, fc.nat(60_000), fc.nat(60_000)),
        (limit, at, drawn) => {
          const [list, first, second] = drawn;
          const clock = paused(started(limit, at), list);
          const lastEnd = clock.pauses.reduce((last, { to }) => maxInstant(last, to ?? last), at);
          const [early, late] = [Math.min(first, second), Math.max(first, second)];
          const ranks = [early, late].map((minute) => RANK[light(clock, addMinutes(lastEnd, minute))]);
          expect((ranks[0] ?? 0) <= (ranks[1] ?? 0)).toBe(true);
          expect(isOverdue(clock, addMinutes(lastEnd, late))).toBe(ranks[1] === 2);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('turns yellow at the first moment at which 80% of the time is used', () => {
    fc.assert(
      fc.property(limits, moments, (limit, at) => {
        const clock = started(limit, at);
        const used = (now: Instant): number => coveredValue(usedFraction(clock, now, SAMPLE_CALENDAR));
        expect(used(clock.yellowAt)).toBeGreaterThanOrEqual(0.8);
        const before = addMilliseconds(clock.yellowAt, -1);
        if (before > at) expect(used(before)).toBeLessThan(0.8);
      }),
      { numRuns: 400 },
    );
  });
});
