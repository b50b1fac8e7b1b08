import { describe, expect, it } from 'vitest';
import { NEAR_DUPLICATE, similarity } from './duplicates.ts';
import { fingerprint } from './fingerprint.ts';
import { recurrences } from './recurrence.ts';

const cut = (text: string, words: string) => ({ text, words: words.split(' ') });
const first = cut(
  '我司位于鱼复新城，员工停车位严重不足，货车占道停放，希望增建停车场，联系13800001111。',
  '我司 位于 鱼复新城 ， 员工 停车位 严重 不足 ， 货车 占道 停放 ， 希望 增建 停车场 ， 联系 13800001111',
);
const retold = cut(
  '鱼复新城企业员工停车位严重不足，货车占道停放很乱，请尽快增建停车场。电话13999990000',
  '鱼复新城 企业 员工 停车位 严重 不足 ， 货车 占道 停放 很乱 ， 请 尽快 增建 停车场 。 电话 13999990000',
);
const other = cut(
  '燃气管道压力不稳，窑炉经常熄火，请燃气公司处理',
  '燃气管道 压力 不稳 ， 窑炉 经常 熄火 ， 请 燃气公司 处理',
);
const bandsShared = (a: string, b: string): number => {
  const bands = new Set(fingerprint(b).bands);
  return fingerprint(a).bands.filter((band) => bands.has(band)).length;
};

describe('fingerprint', () => {
  it('finds the same text whatever its width, letter case, spaces and punctuation', () => {
    expect(fingerprint('Ａ区　停水 了！').exact).toBe(fingerprint('a区停水了').exact);
    expect(fingerprint('a区停电了').exact).not.toBe(fingerprint('a区停水了').exact);
  });

  it('shares a band between retellings and none between strangers', () => {
    expect(bandsShared(first.text, retold.text)).toBeGreaterThan(0);
    expect(bandsShared(first.text, other.text)).toBe(0);
  });

  it('does not let a telephone number tell copies apart', () => {
    expect(bandsShared('联系13800001111，园区停水三天', '联系13999990000，园区停水三天')).toBe(28);
  });

  it('gives very short texts an exact key only', () => {
    expect(fingerprint('停水').bands).toEqual([]);
  });
});

describe('similarity', () => {
  it('shows a retelling as near, with the words they share and without what every complaint says', () => {
    const { score, sharedWords } = similarity(first, retold);
    expect(score).toBeGreaterThan(NEAR_DUPLICATE);
    expect(sharedWords).toEqual(expect.arrayContaining(['鱼复新城', '停车位', '停车场']));
    expect(sharedWords).not.toContain('员工');
  });

  it('keeps different matters apart', () => {
    expect(similarity(first, other)).toEqual({ score: expect.closeTo(0, 1), sharedWords: [] });
  });
});

describe('recurrences', () => {
  const now = { tokens: first, enterprise: 'e1', category: 'parking' };
  const before = { ...now, tokens: retold, id: 'd1', daysSinceClosed: 30 };

  it('links the closed case of the same enterprise and category, the more recent first', () => {
    const found = recurrences(now, [{ ...before, id: 'd0', daysSinceClosed: 700 }, before]);
    expect(found.map(({ id }) => id)).toEqual(['d1', 'd0']);
    expect(found[0]?.sharedWords).toContain('停车位');
  });

  it('links no other enterprise, no other category and no other matter', () => {
    expect(
      recurrences(now, [
        { ...before, enterprise: 'e2' },
        { ...before, category: 'roads' },
        { ...before, tokens: other },
      ]),
    ).toEqual([]);
  });
});
