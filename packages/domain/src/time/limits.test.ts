import { describe, expect, it } from 'vitest';
import { assertInstant } from './instant.ts';
import { dueAt, dueAtBoth, type Limit } from './limits.ts';
import { coveredValue } from './testing/covered-value.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';

const limit = (unit: Limit['unit'], amount: number, rest: Partial<Limit> = {}): Limit => ({
  unit,
  amount,
  start: 'nextDay',
  rollForward: false,
  ...rest,
});
const due = (of: Limit, from: string): string =>
  coveredValue(dueAt(of, assertInstant(`${from}:00.000+08:00`), SAMPLE_CALENDAR)).slice(0, 16);

describe('a limit in natural minutes', () => {
  it('runs through nights and days off: a transformer burnt on Saturday night is due on Saturday night', () => {
    const twoHours = limit('naturalMinutes', 120, { start: 'immediately', rollForward: true });
    expect(due(twoHours, '2023-02-04T21:30')).toBe('2023-02-04T23:30');
  });

  it('may start at the next 00:00', () => {
    expect(due(limit('naturalMinutes', 90), '2023-02-04T21:30')).toBe('2023-02-05T01:30');
  });

  it('needs no calendar', () => {
    expect(due(limit('naturalMinutes', 60, { start: 'immediately' }), '2030-01-01T00:00')).toBe(
      '2030-01-01T01:00',
    );
  });
});

describe('a limit in work minutes', () => {
  it('waits for the office to open', () => {
    const halfHour = limit('workMinutes', 30, { start: 'immediately' });
    expect(due(halfHour, '2023-02-04T21:30')).toBe('2023-02-06T09:30');
    expect(due(halfHour, '2023-02-06T11:45')).toBe('2023-02-06T14:15');
    expect(due(limit('workMinutes', 30), '2023-02-06T11:45')).toBe('2023-02-07T09:30');
  });
});

describe('a limit in working days', () => {
  it('counts from the next working day and ends at 24:00 of the last', () => {
    expect(due(limit('workingDays', 5), '2023-01-20T10:00')).toBe('2023-02-02T00:00');
    expect(due(limit('workingDays', 1), '2023-02-04T10:00')).toBe('2023-02-07T00:00');
  });

  it('counts the first day itself when it starts immediately', () => {
    const sameDay = limit('workingDays', 1, { start: 'immediately' });
    expect(due(sameDay, '2023-02-06T10:00')).toBe('2023-02-07T00:00');
    expect(due(sameDay, '2023-02-04T10:00')).toBe('2023-02-07T00:00');
    expect(due(limit('workingDays', 2, { start: 'immediately' }), '2023-01-20T10:00')).toBe(
      '2023-01-29T00:00',
    );
  });
});

describe('a limit in calendar days', () => {
  it('ends on its day, or on the next working day when rolled forward', () => {
    const from = '2023-01-20T10:00';
    expect(due(limit('calendarDays', 3), from)).toBe('2023-01-24T00:00');
    expect(due(limit('calendarDays', 3, { rollForward: true }), from)).toBe('2023-01-29T00:00');
    expect(due(limit('calendarDays', 10, { rollForward: true }), from)).toBe('2023-01-31T00:00');
    expect(due(limit('calendarDays', 1, { start: 'immediately' }), from)).toBe('2023-01-21T00:00');
  });
});

describe('a limit beyond the calendar', () => {
  it('has no answer', () => {
    const from = assertInstant('2024-12-30T10:00:00.000+08:00');
    const answers = [
      limit('workingDays', 2),
      limit('workMinutes', 1_000),
      limit('calendarDays', 2, { rollForward: true }),
    ].map((each) => dueAt(each, from, SAMPLE_CALENDAR));
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(dueAt(limit('workingDays', 1), from, SAMPLE_CALENDAR).ok).toBe(true);
  });
});

describe('the statutory and the committed limit', () => {
  it('stand side by side', () => {
    const from = assertInstant('2023-02-06T10:00:00.000+08:00');
    const pair = { statutory: limit('workingDays', 20), committed: limit('workingDays', 5) };
    expect(coveredValue(dueAtBoth(pair, from, SAMPLE_CALENDAR))).toEqual({
      statutory: '2023-03-07T00:00:00.000+08:00',
      committed: '2023-02-14T00:00:00.000+08:00',
    });
    expect(coveredValue(dueAtBoth({ committed: pair.committed }, from, SAMPLE_CALENDAR))).toEqual({
      committed: '2023-02-14T00:00:00.000+08:00',
    });
  });
});
