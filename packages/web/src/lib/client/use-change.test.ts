import { expect, it } from 'vitest';
import { intentKeys } from './use-change.ts';

const counted = () => {
  let count = 0;
  return intentKeys(() => `key ${(count += 1)}`);
};

it('keeps one key for a form from its opening to its closing, also after an answer and with other words', () => {
  const { keyFor, done } = counted();
  const form = {};
  const first = keyFor('a', form);
  done();
  expect([keyFor('a', form), keyFor('b', form)]).toEqual([first, first]);
  expect(keyFor('a', {})).not.toBe(first);
});

it('keeps a key without a form for the same words until they are done', () => {
  const { keyFor, done } = counted();
  const first = keyFor('a', undefined);
  expect(keyFor('a', undefined)).toBe(first);
  expect(keyFor('b', undefined)).not.toBe(first);
  const again = keyFor('a', undefined);
  done();
  expect(keyFor('a', undefined)).not.toBe(again);
});
