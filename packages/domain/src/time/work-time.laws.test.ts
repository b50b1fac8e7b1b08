import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, assertInstant, millisecondsBetween, type Instant } from './instant.ts';
import { assertDate } from './local-date.ts';
import { coveredValue } from './testing/covered-value.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';
import { overlay } from './work-calendar.ts';
import {
  addWorkMilliseconds,
  addWorkMinutes,
  isWorkingMoment,
  workMillisecondsBetween,
  workMinutesBetween,
} from './work-time.ts';

const SEPTEMBER = assertInstant('2022-09-01T00:00:00.000+08:00');
/** Moments from September 2022 to March 2023, both holidays and the turn of the year among them. */
const moments = fc
  .record({ minute: fc.integer({ min: 0, max: 200 * 1440 }), rest: fc.constantFrom(0, 0, 1, 30_250, 59_999) })
  .map(({ minute, rest }) => addMinutes(SEPTEMBER, minute + rest / 60_000));
const workingMoments = moments.filter((at) => coveredValue(isWorkingMoment(SAMPLE_CALENDAR, at)));
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 420 * 60 }),
  fc.integer({ min: 0, max: 60 }).map((n) => n * 420),
);

const added = (from: Instant, minutes: number): Instant =>
  coveredValue(addWorkMinutes(SAMPLE_CALENDAR, from, minutes));
const worked = (from: Instant, to: Instant): number =>
  coveredValue(workMillisecondsBetween(SAMPLE_CALENDAR, from, to));

/** The slow truth: minute by minute. */
const minutesWorkedOneByOne = (from: Instant, minutes: number): number => {
  let count = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    if (coveredValue(isWorkingMoment(SAMPLE_CALENDAR, addMinutes(from, minute)))) count += 1;
  }
  return count;
};

describe('working time', () => {
  it('returns when it is added and taken away, from working moments', () => {
    fc.assert(
      fc.property(workingMoments, amounts, (from, minutes) => {
        expect(added(added(from, minutes), -minutes)).toBe(from);
      }),
      { numRuns: 500 },
    );
  });

  it('returns when it is taken away and added, from within working hours', () => {
    fc.assert(
      fc.property(workingMoments, amounts, (at, minutes) => {
        const from = coveredValue(addWorkMilliseconds(SAMPLE_CALENDAR, at, 1));
        expect(added(added(from, -minutes), minutes)).toBe(from);
      }),
      { numRuns: 300 },
    );
  });

  it('measures what was added, from any moment', () => {
    fc.assert(
      fc.property(moments, amounts, (from, minutes) => {
        const later = added(from, minutes);
        expect(worked(from, later)).toBe(minutes * 60_000);
        expect(later >= from).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is added in two parts as in one', () => {
    fc.assert(
      fc.property(moments, amounts, amounts, (from, first, second) => {
        expect(added(added(from, first), second)).toBe(added(from, first + second));
      }),
      { numRuns: 300 },
    );
  });

  it('is the count of working minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 * 1440 }),
        fc.integer({ min: 0, max: 4 * 1440 }),
        (start, length) => {
          const from = addMinutes(SEPTEMBER, start);
          const measured = workMinutesBetween(SAMPLE_CALENDAR, from, addMinutes(from, length));
          expect(coveredValue(measured)).toBe(minutesWorkedOneByOne(from, length));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('ends no earlier when a day becomes a holiday', () => {
    fc.assert(
      fc.property(moments, amounts, fc.integer({ min: 0, max: 300 }), (from, minutes, day) => {
        const date = addMinutes(SEPTEMBER, day * 1440).slice(0, 10);
        const fewer = overlay(SAMPLE_CALENDAR, {
          exceptions: { [date]: { kind: 'holiday', name: '停休', source: 'law' } },
        });
        expect(coveredValue(addWorkMinutes(fewer, from, minutes)) >= added(from, minutes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('working time on real days', () => {
  const at = assertInstant;

  it('skips lunch, night and the Spring Festival', () => {
    expect(added(at('2023-01-20T11:30:00.000+08:00'), 60)).toBe('2023-01-20T14:30:00.000+08:00');
    expect(added(at('2023-01-20T17:30:00.000+08:00'), 60)).toBe('2023-01-28T09:30:00.000+08:00');
    expect(added(at('2023-01-25T12:00:00.000+08:00'), 1)).toBe('2023-01-28T09:01:00.000+08:00');
  });

  it('lands on the end of a half day going forward and on a start going back', () => {
    expect(added(at('2023-02-06T09:00:00.000+08:00'), 180)).toBe('2023-02-06T12:00:00.000+08:00');
    expect(added(at('2023-02-06T09:00:00.000+08:00'), 420)).toBe('2023-02-06T18:00:00.000+08:00');
    expect(added(at('2023-02-06T18:00:00.000+08:00'), -240)).toBe('2023-02-06T14:00:00.000+08:00');
    expect(added(at('2023-02-06T18:00:00.000+08:00'), 0)).toBe('2023-02-06T18:00:00.000+08:00');
  });

  it('measures backwards with a minus', () => {
    const [monday, tuesday] = [at('2023-02-06T10:00:00.000+08:00'), at('2023-02-07T10:00:00.000+08:00')];
    expect(coveredValue(workMinutesBetween(SAMPLE_CALENDAR, tuesday, monday))).toBe(-420);
    expect(millisecondsBetween(monday, tuesday)).toBe(86_400_000);
  });

  it('may name 24:00 of the last covered day and nothing beyond', () => {
    const end = at('2025-01-01T00:00:00.000+08:00');
    expect(workMinutesBetween(SAMPLE_CALENDAR, at('2024-12-31T09:00:00.000+08:00'), end)).toEqual({
      ok: true,
      value: 420,
    });
    expect(addWorkMinutes(SAMPLE_CALENDAR, at('2024-12-31T17:00:00.000+08:00'), 61)).toEqual({
      ok: false,
      reason: 'calendar.outside-coverage',
      date: assertDate('2025-01-01'),
    });
    expect(addWorkMinutes(SAMPLE_CALENDAR, at('2022-01-03T09:00:00.000+08:00'), -1).ok).toBe(false);
    expect(addWorkMinutes(SAMPLE_CALENDAR, addMinutes(end, 1), -1).ok).toBe(false);
    expect(workMinutesBetween(SAMPLE_CALENDAR, addMinutes(end, 1), end).ok).toBe(false);
  });
});
