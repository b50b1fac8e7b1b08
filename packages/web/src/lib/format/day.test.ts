import { expect, test } from 'vitest';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { daysBetween, dueWords, instantOf, momentWords, relativeDay, shortDay, weekday } from './day.ts';

const day = (text: string) => text as LocalDate;
const at = (text: string) => `${text}:00.000+08:00` as Instant;
const today = day('2026-03-09');

test('a moment is written with +08:00 whatever the zone of the machine', () => {
  expect(instantOf(Date.UTC(2026, 2, 8, 16, 0, 0))).toBe('2026-03-09T00:00:00.000+08:00');
});

test('days are counted across months, leap days and years', () => {
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
  expect(daysBetween(day('2026-01-01'), day('2025-12-31'))).toBe(-1);
});

test('the weekday is right, also before 1970', () => {
  expect(weekday(today, 'zh-CN')).toBe('周一');
  expect(weekday(day('1969-12-31'), 'en')).toBe('Wed');
});

test('the year is written only when it is not this one', () => {
  expect(shortDay(day('2026-12-01'), today, 'zh-CN')).toBe('12月1日');
  expect(shortDay(day('2025-12-01'), today, 'zh-CN')).toBe('2025年12月1日');
  expect(shortDay(day('2025-12-01'), today, 'en')).toBe('1 Dec 2025');
});

test('near days have their word, days of the week their weekday', () => {
  expect(relativeDay(today, today, 'zh-CN')).toBe('今天');
  expect(relativeDay(day('2026-03-11'), today, 'zh-CN')).toBe('后天');
  expect(relativeDay(day('2026-03-11'), today, 'en')).toBe('Wed 11 Mar');
  expect(relativeDay(day('2026-03-13'), today, 'zh-CN')).toBe('3月13日 周五');
  expect(relativeDay(day('2026-03-30'), today, 'zh-CN')).toBe('3月30日');
});

test('a due moment within a day has a time, the end of a day has none', () => {
  expect(dueWords(at('2026-03-09T18:00'), today, 'zh-CN')).toBe('今天 18:00 前');
  expect(dueWords(at('2026-03-11T00:00'), today, 'zh-CN')).toBe('明天内');
  expect(dueWords(at('2026-03-14T00:00'), today, 'zh-CN')).toBe('3月13日周五内');
  expect(dueWords(at('2026-03-13T18:00'), today, 'zh-CN')).toBe('3月13日 周五 18:00 前');
  expect(dueWords(at('2026-03-10T23:59'), today, 'en')).toBe('by end of tomorrow');
  expect(dueWords(at('2026-03-14T00:00'), today, 'en')).toBe('by end of Fri 13 Mar');
  expect(momentWords(at('2026-03-08T09:12'), today, 'en')).toBe('yesterday 09:12');
});
