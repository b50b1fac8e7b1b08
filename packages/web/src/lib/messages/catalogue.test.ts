import { expect, expectTypeOf, test } from 'vitest';
import { catalogue, fill, translator, wordOf } from './catalogue.ts';
import type { ParamOf } from './catalogue.ts';

const texts = catalogue(
  { title: '我的工作台', taken: '{unit} 于 {day} 接受' },
  { title: 'My desk', taken: 'Accepted by {unit} on {day}' },
);

test('a text is given in the language asked for, with its parameters', () => {
  expect(translator(texts, 'zh-CN')('title')).toBe('我的工作台');
  expect(translator(texts, 'en')('taken', { unit: 'Power', day: '2026-03-01' })).toBe(
    'Accepted by Power on 2026-03-01',
  );
  expect(wordOf(texts, 'en', 'title')).toBe('My desk');
});

test('a parameter is replaced everywhere and its value is not read as a text again', () => {
  expect(fill('{a}-{b}-{a}', { a: '{b}', b: 2 })).toBe('{b}-2-{b}');
  expect(fill('{missing}', {})).toBe('{missing}');
});

test('the compiler knows the keys and the parameters', () => {
  expectTypeOf<ParamOf<'{unit} 于 {day} 接受'>>().toEqualTypeOf<'unit' | 'day'>();
  const t = translator(texts, 'en');
  // @ts-expect-error no such text
  t('nothing');
  // @ts-expect-error the parameters are missing
  t('taken');
  // @ts-expect-error `unit` is missing
  t('taken', { day: '1' });
});

test('a missing, a superfluous or a differently named text does not compile', () => {
  // @ts-expect-error English lacks `b`
  catalogue({ a: '甲', b: '乙' }, { a: 'A' });
  // @ts-expect-error English has `c` too much
  catalogue({ a: '甲' }, { a: 'A', c: 'C' });
  // @ts-expect-error `{day}` is not in the Chinese text
  catalogue({ a: '甲 {unit}' }, { a: 'A {day}' });
});
