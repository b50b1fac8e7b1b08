import { expect, it } from 'vitest';
import { isFoundByName } from './found-by-name.ts';

const unit = { shown: '重庆科 A', letters: 'cqka' };

it.each(['重庆', 'cqk', ' CQKA ', '庆科 a', ''])('is found by %j', (typed) =>
  expect(isFoundByName(unit, typed)).toBe(true),
);

it.each(['zqk', '重科', 'cq k', 'c.k'])('is not found by %j', (typed) =>
  expect(isFoundByName(unit, typed)).toBe(false),
);
