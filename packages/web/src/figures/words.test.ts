import { expect, test } from 'vitest';
import { valueWords, wordsIn } from './words.ts';

test('counts stand with thousands apart, rates as percentages, nothing as a dash', () => {
  expect(valueWords({ kind: 'count', value: 1_476 })).toBe('1,476');
  expect(valueWords({ kind: 'rate', value: 0.6408 })).toBe('64.1%');
  expect(valueWords({ kind: 'rate', value: null })).toBe('—');
});

test('words are given in the language asked for', () => {
  expect(wordsIn({ zh: '结清', en: 'Settled' }, 'en')).toBe('Settled');
  expect(wordsIn({ zh: '结清', en: 'Settled' }, 'zh-CN')).toBe('结清');
});
