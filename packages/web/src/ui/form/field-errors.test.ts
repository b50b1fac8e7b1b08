import { expect, test } from 'vitest';
import { fieldName, placeErrors } from './field-errors.ts';

test('a pointer names a field, escapes undone', () => {
  expect(fieldName('/body/contacts/0/phone')).toBe('contacts.0.phone');
  expect(fieldName('/title')).toBe('title');
  expect(fieldName('#/a~1b/c~0d')).toBe('a/b.c~d');
  expect(fieldName('/body')).toBe('body');
});

test('each error stands at its field, the first one wins', () => {
  const { atField, elsewhere } = placeErrors(
    [
      { pointer: '/body/title', code: 'too_small' },
      { pointer: '/body/title', code: 'custom' },
      { pointer: '/body/photos/3/name', code: 'too_big' },
    ],
    ['title', 'photos'],
    (error) => error.code,
  );
  expect(atField).toEqual({ title: 'too_small', photos: 'too_big' });
  expect(elsewhere).toEqual([]);
});

test('an error that no field stands for is kept, and a name is not mistaken for its beginning', () => {
  const { atField, elsewhere } = placeErrors([{ pointer: '/titles' }], ['title'], (error) => error.pointer);
  expect(atField).toEqual({});
  expect(elsewhere).toEqual(['/titles']);
});

test('the nearest enclosing field is told', () => {
  const { atField } = placeErrors([{ pointer: '/a/b/c' }], ['a', 'a.b'], () => 'wrong');
  expect(atField).toEqual({ 'a.b': 'wrong' });
});
