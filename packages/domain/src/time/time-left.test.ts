import { expect, test } from 'vitest';
import { assertInstant, type Instant } from './instant.ts';
import { LIMIT_UNITS } from './limits.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';
import { workingDaysLeft } from './time-left.ts';

const at = (text: string): Instant => assertInstant(`${text}:00.000+08:00`);
const left = (now: string, dueAt: string): number | undefined =>
  workingDaysLeft('workingDays', { now: at(now), dueAt: at(dueAt) }, SAMPLE_CALENDAR);

test('a weekend is not counted', () => {
  // Friday to the end of Tuesday.
  expect(left('2022-09-16T10:00', '2022-09-21T00:00')).toBe(2);
  expect(left('2022-09-17T10:00', '2022-09-21T00:00')).toBe(2);
});

test('a week of holidays is not counted, a make-up day is', () => {
  // The first week of October is off; Saturday 8 and Sunday 9 are worked.
  expect(left('2022-09-30T10:00', '2022-10-10T00:00')).toBe(2);
});

test('nothing is left on the last day, and nothing is lost over the weekend after it', () => {
  expect(left('2022-09-16T00:01', '2022-09-17T00:00')).toBe(0);
  expect(left('2022-09-18T12:00', '2022-09-17T00:00')).toBe(0);
  expect(left('2022-09-19T09:00', '2022-09-17T00:00')).toBe(-1);
});

test('other limits run through days off, and outside the calendar nobody guesses', () => {
  const span = { now: at('2022-09-16T10:00'), dueAt: at('2022-09-21T00:00') };
  for (const unit of LIMIT_UNITS.filter((each) => each !== 'workingDays'))
    expect(workingDaysLeft(unit, span, SAMPLE_CALENDAR)).toBeUndefined();
  expect(left('2022-09-16T10:00', '2099-01-01T00:00')).toBeUndefined();
});
