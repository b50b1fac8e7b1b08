import { expect, test } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { attemptsLeft, nextAttemptOn } from './call-attempts.ts';
import { calendar } from './testing/zone.ts';

const calendars = { officer: calendar('2022-06-30'), department: calendar('2022-06-30') };
const at = (day: string, time = '10:00'): Instant => `2022-06-${day}T${time}:00.000+08:00` as Instant;
const next = (attemptedAt: Instant | undefined, now: Instant) =>
  nextAttemptOn(attemptedAt === undefined ? {} : { attemptedAt }, { now, calendars });

test('another unanswered call counts from the next working day', () => {
  expect(next(at('15'), at('15', '16:00'))).toBe('2022-06-16');
  expect(next(at('17'), at('17', '16:00'))).toBe('2022-06-20');
});

test('what was tried on a day off belongs to the working day after it', () => {
  expect(next(at('18'), at('18', '16:00'))).toBe('2022-06-21');
  expect(next(at('18'), at('20', '08:00'))).toBe('2022-06-21');
});

test('on another day nothing has to be waited for', () => {
  expect(next(undefined, at('15'))).toBeUndefined();
  expect(next(at('15'), at('16', '00:01'))).toBeUndefined();
  expect(next(at('17'), at('18'))).toBeUndefined();
});

const leftAfter = (attempts: number) => attemptsLeft({ attempts }, { callBackAttempts: 3 });

test('the last of the attempts that are set is the one that is left, as is one when fewer are set by now', () => {
  expect([0, 1, 2, 4].map(leftAfter)).toEqual([3, 2, 1, 1]);
});

test('after the last day that the calendar knows there is no day to name', () => {
  expect(next(at('30'), at('30', '16:00'))).toBeUndefined();
});
