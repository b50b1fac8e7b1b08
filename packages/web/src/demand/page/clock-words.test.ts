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
  expect(leftWords(at(due), at(now), 'zh-CN')).toBe(words);
});

test('English says the same', () => {
  expect(leftWords(at('09T18:00'), at('09T18:40'), 'en')).toBe('40 min late');
});
