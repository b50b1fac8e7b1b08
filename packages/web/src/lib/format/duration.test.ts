import { expect, test } from 'vitest';
import { durationWords, fileSize } from './duration.ts';

test('a duration is written in its two largest units', () => {
  expect(durationWords(1530, 'zh-CN')).toBe('1 天 1 小时');
  expect(durationWords(1441, 'zh-CN')).toBe('1 天');
  expect(durationWords(61, 'en')).toBe('1 h 1 min');
  expect(durationWords(59.9, 'zh-CN')).toBe('59 分钟');
  expect(durationWords(-5, 'zh-CN')).toBe('0 分钟');
});

test('a file size is short', () => {
  expect(fileSize(512)).toBe('512 B');
  expect(fileSize(1_440_000)).toBe('1.4 MB');
  expect(fileSize(25_600_000)).toBe('26 MB');
});
