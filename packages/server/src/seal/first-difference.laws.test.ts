import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { firstDifference } from './first-difference.ts';

describe('firstDifference', () => {
  it('finds none exactly when the canonical texts are equal', () => {
    assert(
      property(jsonValue({ maxDepth: 3 }), jsonValue({ maxDepth: 3 }), (one, other) => {
        expect(firstDifference(one, other) === undefined).toBe(canonicalJson(one) === canonicalJson(other));
        expect(firstDifference(one, structuredClone(one))).toBeUndefined();
      }),
    );
  });

  it('names the place as a JSON pointer', () => {
    const state = { 'a/b': [{ due: '2022-06-01' }, { due: '2022-06-02' }], kept: undefined };
    const other = { 'a/b': [{ due: '2022-06-01' }, { due: '2022-06-03' }] };
    expect(firstDifference(state, other)).toEqual({
      path: '/a~1b/1/due',
      one: '2022-06-02',
      other: '2022-06-03',
    });
    expect(firstDifference({}, { added: 1 })).toEqual({ path: '/added', one: undefined, other: 1 });
    expect(firstDifference([1], [1, null])).toEqual({ path: '/1', one: undefined, other: null });
  });
});
