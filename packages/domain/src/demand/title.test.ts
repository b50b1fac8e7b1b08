import { expect, test } from 'vitest';
import { titleOf } from './title.ts';

test('a title is the first sentence, cut at forty characters', () => {
  expect(titleOf(' 二车间停电。已经第四次了')).toBe('二车间停电');
  expect([...titleOf('长'.repeat(60))]).toHaveLength(40);
  expect(titleOf('𠮷'.repeat(60))).toBe(`${'𠮷'.repeat(39)}…`);
  expect(titleOf('  ')).toBe('');
});
