import { expect, it } from 'vitest';
import { intentKeys, versionsOfForms } from './use-change.ts';

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

const stale = (version: number) => ({ type: '', title: '', status: 412, code: 'request.stale', version });

it('sends a form at the version its page showed, and after a refusal at the one the server named', () => {
  const { tell, versionFor } = versionsOfForms();
  const [form, other] = [{}, {}];
  expect(versionFor(7, form)).toBe(7);
  tell(form, stale(9));
  expect([versionFor(7, form), versionFor(7, other), versionFor(7, undefined)]).toEqual([9, 7, 7]);
});

it('sends a form at the version its page shows once that is newer, and none where none is asked for', () => {
  const { tell, versionFor } = versionsOfForms();
  const form = {};
  tell(form, stale(9));
  expect([versionFor(11, form), versionFor(undefined, form)]).toEqual([11, undefined]);
});
