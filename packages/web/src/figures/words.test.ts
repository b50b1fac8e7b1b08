import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import { spanFault, valueWords, wordsIn } from './words.ts';

test('counts stand with thousands apart, rates as percentages, nothing as a dash', () => {
  expect(valueWords({ kind: 'count', value: 1_476 })).toBe('1,476');
  expect(valueWords({ kind: 'rate', value: 0.6408 })).toBe('64.1%');
  expect(valueWords({ kind: 'rate', value: null })).toBe('—');
});

test('words are given in the language asked for', () => {
  expect(wordsIn({ zh: '结清', en: 'Settled' }, 'en')).toBe('Settled');
  expect(wordsIn({ zh: '结清', en: 'Settled' }, 'zh-CN')).toBe('结清');
});

test('says of days that cannot be counted why, and nothing of others', () => {
  const today = '2026-03-09' as LocalDate;
  expect(spanFault({ asOf: '2026-03-10' }, today)).toBe('spanAhead');
  expect(spanFault({ from: '2026-03-02', asOf: '2026-03-01' }, today)).toBe('spanReversed');
  expect(spanFault({ from: '2026-03-10' }, today)).toBe('spanReversed');
  expect(spanFault({ from: '2026-03-01', asOf: today }, today)).toBeUndefined();
  expect(spanFault({}, today)).toBeUndefined();
});
