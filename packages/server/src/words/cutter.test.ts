import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCutter } from './cutter.ts';
import { highlights } from './highlight.ts';
import { personLetters } from './pinyin.ts';

const cutter = createCutter(['鱼复新城', '量子产业园', 'not Chinese', '单']);
const found = (text: string, query: string): boolean => {
  const terms = new Set(cutter.indexTerms(text));
  return cutter.queryTerms(query).every((term) => terms.has(term));
};

describe('createCutter', () => {
  it('keeps the zone’s own names whole', () => {
    expect(cutter.tokens('我司在鱼复新城量子产业园').words).toEqual(['我司', '在', '鱼复新城', '量子产业园']);
  });

  it('finds words of one, two and more characters, and letters in any width and case', () => {
    const text = '水土片区Ａ３栋停车位不足，５Ｇ信号差';
    for (const query of ['停车', '车位', '停车位', '位', '片区', 'a3', '5g', '信号 停车'])
      expect(found(text, query)).toBe(true);
    for (const query of ['停电', '停车场', '4g']) expect(found(text, query)).toBe(false);
  });

  it('finds every stretch of Chinese characters in the text it was taken from', () => {
    const text =
      '企业申请十千伏专线用电报装供电公司方案答复超过时限设备闲置园区二期供水主管接口预留在我司红线外请开发公司尽快把支管接到厂区研究生命起源的长春市长春药店';
    const stretch = fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 8 }))
      .map(([from, length]) => text.slice(from, from + length));
    fc.assert(fc.property(stretch, (query) => found(text, query)));
  });
});

describe('highlights', () => {
  it('marks every place of a word in its own width and joins neighbours', () => {
    const text = '停车位：Ａ区停车难';
    expect(highlights(text, ['停车', '车位', 'a'])).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 5 },
      { from: 6, to: 8 },
    ]);
    expect(highlights(text, ['', '停电'])).toEqual([]);
  });
});

describe('personLetters', () => {
  it('reads the first character of a person as a surname', () => {
    expect(personLetters('单雄信').initials).toBe('sxx');
  });
});
