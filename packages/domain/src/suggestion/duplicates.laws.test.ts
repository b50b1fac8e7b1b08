import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from './duplicates.ts';
import { fingerprint } from './fingerprint.ts';
import { foldWidth } from './text.ts';

const word = fc.constantFrom(
  '停水',
  '停电',
  '园区',
  '道路',
  '货车',
  '噪声',
  '员工',
  '5G',
  'A区',
  '停车场',
  '13800001111',
);
const tokens = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .map((words) => ({ text: words.join(''), words }));
const decoration = fc.constantFrom(' ', '　', '，', '。', '!', '\n');

const anyText = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units));

describe('duplicates', () => {
  it('find a text again after any decoration', () => {
    fc.assert(
      fc.property(tokens, fc.array(decoration, { maxLength: 60 }), ({ words }, marks) => {
        const decorated = words.map((part, i) => part + (marks[i] ?? '')).join('');
        expect(fingerprint(decorated).exact).toBe(fingerprint(words.join('')).exact);
      }),
    );
  });

  it('weigh both ways alike, within 0 and 1, and 1 for a text with itself', () => {
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        const there = similarity(a, b);
        expect(similarity(b, a)).toEqual(there);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
        expect(similarity(a, a).score).toBe(1);
      }),
    );
  });

  it('have an exact key of 16 digits for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fingerprint(text).exact | 0).toBe(fingerprint(text).exact);
        expect(foldWidth(text)).toHaveLength(text.length);
      }),
    );
  });
});
