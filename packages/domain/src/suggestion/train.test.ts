import { describe, expect, it } from 'vitest';
import { judgeOf, ranking, read } from './model.ts';
import { opened, stored } from './stored-model.ts';
import { bestGuess, suggest } from './suggest.ts';
import { train } from './train.ts';

const PLACES = ['三号楼', '水土片区', '鱼复新城', '厂区东门', '标准厂房', '横五路', '孵化楼', '二期'];
const TIMES = ['今天早上', '上周起', '一直', '昨夜', '近一个月', '从6月3日开始'];
const SAID: Record<string, readonly string[]> = {
  water: ['停水影响生产', '自来水发黄', '水压不足', '水管爆裂漏水', '水表计量不准'],
  parking: ['停车位不足', '停车场收费太高', '充电车位被占', '货车没地方停车', '车库漏雨车位不能停'],
  schooling: [
    '员工子女上学难',
    '孩子转学没有学位',
    '幼儿园入学名额少',
    '子女升初中报名',
    '学校放学太早没人接',
  ],
};

const tokensOf = (text: string) => ({
  text,
  words: text.match(/[\p{Script=Han}]{1,2}|\d+|[^\p{Script=Han}\d]/gu) ?? [],
});

const ROWS = Object.entries(SAID).flatMap(([label, said]) =>
  said.flatMap((what, i) =>
    PLACES.map((place, j) => ({
      label,
      tokens: tokensOf(`${TIMES[(i + j) % TIMES.length]}${place}${what}，联系电话1380000${i}${j}11。`),
    })),
  ),
);

const judge = judgeOf(train(ROWS));

describe('train', () => {
  it('names the label of texts it has not seen', () => {
    expect(bestGuess(judge, tokensOf('请解决我们公司停车位紧张'))?.label).toBe('parking');
    expect(bestGuess(judge, tokensOf('供水管道坏了自来水没有'))?.label).toBe('water');
    expect(bestGuess(judge, tokensOf('职工小孩入学学校'))?.label).toBe('schooling');
  });

  it('is sure where the words are plain and less so where two matters are mixed', () => {
    const plain = bestGuess(judge, tokensOf('停车场停车位不足'))?.confidence ?? 0;
    const mixed = bestGuess(judge, tokensOf('停车场水管漏水'))?.confidence ?? 1;
    expect(plain).toBeGreaterThan(0.8);
    expect(mixed).toBeLessThan(plain);
  });

  it('gives the words that spoke for the label', () => {
    expect(suggest(judge, { text: '停车位不足', words: ['停车', '车位', '不足'] })?.words).toContain('停车');
  });

  it('suggests nothing for a text of unknown words', () => {
    expect(suggest(judge, tokensOf('zzz qqq'))).toBeUndefined();
  });

  it('suggests nothing below the threshold, and the guess stays', () => {
    const strict = judgeOf({ ...judge.model, threshold: 1 });
    expect(suggest(strict, tokensOf('停车场水管漏水'))).toBeUndefined();
    expect(bestGuess(strict, tokensOf('停车场水管漏水'))).toBeDefined();
  });

  it('does not suggest at all when labels and texts have nothing to do with each other', () => {
    const noise = ROWS.map((row, i) => ({ ...row, label: `label${(i * 7919) % 3}` }));
    const model = train(noise);
    expect(model.tested.accuracy).toBeLessThan(0.6);
    expect(model.threshold).toBeGreaterThan(0.5);
  });

  it('learns a label with few rows beside one with many', () => {
    const few = ROWS.filter((row, i) => row.label !== 'schooling' || i % 8 === 0);
    expect(bestGuess(judgeOf(train(few)), tokensOf('孩子没有学位上不了学校'))?.label).toBe('schooling');
  });

  it('learns from one label or from no row without breaking', () => {
    const one = judgeOf(train(ROWS.filter(({ label }) => label === 'water')));
    expect(bestGuess(one, tokensOf('停水'))).toEqual({ label: 'water', confidence: 1 });
    expect(suggest(judgeOf(train([])), tokensOf('停水'))).toBeUndefined();
  });

  it('gives the same bytes for the same rows', () => {
    expect(JSON.stringify(stored(train(ROWS)))).toBe(JSON.stringify(stored(judge.model)));
  });
});

describe('stored', () => {
  it('comes back from JSON as the same model', () => {
    const back = opened(JSON.parse(JSON.stringify(stored(judge.model))));
    expect(back).toEqual(judge.model);
    const tokens = tokensOf('自来水压力不足');
    const again = judgeOf(back);
    expect(ranking(again, read(again, tokens))).toEqual(ranking(judge, read(judge, tokens)));
  });
});
