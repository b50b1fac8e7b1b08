import { expect, test } from 'vitest';
import { inTreeOrder } from './places.ts';

const unit = (id: string, parentId: string | null, nameEn: string | null = null) => ({
  id,
  name: `单位${id}`,
  nameEn,
  parentId,
  active: true,
});

test('parents stand before their children, each with the names above it', () => {
  const places = inTreeOrder([unit('3', '2'), unit('1', null), unit('2', '1')], 'zh-CN');
  expect(places.map(({ id, above }) => [id, above])).toEqual([
    ['1', []],
    ['2', ['单位1']],
    ['3', ['单位1', '单位2']],
  ]);
});

test('a place whose parent is not in sight stands at the root, and English falls back to the only name', () => {
  const places = inTreeOrder([unit('1', 'gone', 'One'), unit('2', null)], 'en');
  expect(places.map(({ shown }) => shown)).toEqual(['One', '单位2']);
});
