import { expect, test } from 'vitest';
import { fieldOf } from './place-problem.ts';

const refused = (code: string, field?: string) => ({
  type: 'about:blank',
  title: '',
  status: 409,
  code,
  ...(field === undefined ? {} : { facts: { field } }),
});

test('a refusal that names its field is placed there, also inside a longer name', () => {
  expect(fieldOf(refused('demand.text-too-long', 'text'), ['text', 'files'])).toBe('text');
  expect(fieldOf(refused('demand.date-in-past', 'reviewOn'), ['answer.text', 'answer.reviewOn'])).toBe(
    'answer.reviewOn',
  );
});

test('a refusal that means a field without naming it is placed there too', () => {
  expect(fieldOf(refused('demand.words-needed'), ['verdict.grade', 'verdict.words'])).toBe('verdict.words');
});

test('of two fields that end alike the one that is named is meant', () => {
  const fields = ['particulars.text', 'answer.text', 'verdict.words'];
  expect(fieldOf(refused('demand.text-too-long', 'answer.text'), fields)).toBe('answer.text');
  expect(fieldOf(refused('demand.text-too-long', 'particulars.text'), fields)).toBe('particulars.text');
  expect(fieldOf(refused('demand.words-needed', 'verdict.words'), ['result', 'words'])).toBe('words');
});

test('what concerns no field of this form is left to be shown above it', () => {
  expect(fieldOf(refused('demand.closed'), ['text'])).toBeUndefined();
  expect(fieldOf(refused('demand.text-missing', 'title'), ['text'])).toBeUndefined();
});
