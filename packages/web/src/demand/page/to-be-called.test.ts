import { expect, test } from 'vitest';
import { toBeCalled } from './to-be-called.ts';

const wang = { id: 'w', name: '王经理', phone: '13800138000' };
const li = { id: 'l', name: '李工', phone: null };

test('the contact that a demand names is called, by the number that is known', () => {
  expect(toBeCalled({ named: { id: 'w', name: '王经理' }, known: [li, wang], current: [li] })).toEqual([
    wang,
  ]);
});

test('a contact who is with the enterprise no more is named without a number', () => {
  expect(toBeCalled({ named: { id: 'w', name: '王经理' }, known: [li], current: [li] })).toEqual([
    { ...wang, phone: null },
  ]);
});

test('where a demand names nobody, each contact of today is named once', () => {
  expect(toBeCalled({ named: undefined, known: [wang, li, wang], current: [li, li] })).toEqual([li]);
});
