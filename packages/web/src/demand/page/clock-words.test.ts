import type { Instant } from '@xiaoer/domain/time/instant';
import { expect, test } from 'vitest';
import { leftWords } from './clock-words.ts';

const at = (text: string): Instant => `2026-03-${text}:00.000+08:00` as Instant;

test.each([
  ['09T18:00', '09T16:30', '还剩 1 小时 30 分钟'],
  ['10T03:40', '09T18:30', '还剩 9 小时'],
  ['11T10:00', '09T18:00', '还剩 1 天'],
  ['11T18:00', '09T18:00', '还剩 2 天'],
  ['12T19:00', '09T16:30', '还剩 3 天'],
  ['09T18:00', '09T18:40', '超期 40 分钟'],
  ['05T18:00', '09T20:00', '超期 4 天'],
] as const)('due %s seen at %s says %s', (due, now, words) => {
  expect(leftWords({ dueAt: at(due), workingDaysLeft: null }, at(now), 'zh-CN')).toBe(words);
});

test('English says the same', () => {
  expect(leftWords({ dueAt: at('09T18:00'), workingDaysLeft: null }, at('09T18:40'), 'en')).toBe(
    '40 min late',
  );
});

test.each([
  [2, 'zh-CN', '还剩 2 个工作日'],
  [-3, 'zh-CN', '超期 3 个工作日'],
  [1, 'en', '1 working day left'],
  [-2, 'en', '2 working days late'],
  [0, 'zh-CN', '还剩 9 小时'],
] as const)(
  'a limit in working days with %i of them left says so (%s)',
  (workingDaysLeft, language, words) => {
    expect(leftWords({ dueAt: at('10T00:00'), workingDaysLeft }, at('09T15:00'), language)).toBe(words);
  },
);
