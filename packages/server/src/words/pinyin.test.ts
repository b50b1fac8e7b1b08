import { describe, expect, it } from 'vitest';
import { nameLetters, syllablePattern } from './pinyin.ts';

const isFound = (typed: string, name: string): boolean =>
  new RegExp(syllablePattern(typed)).test(nameLetters(name).syllables);

describe('a name', () => {
  it.each([
    ['重庆两江机器人', 'cqljjqr', 'ChongQingLiangJiangJiQiRen'],
    ['绿源ＡＢ2厂（长安）', 'lyab2cca', 'LvYuanAB2ChangChangAn'],
  ])('%s is typed %s, by syllables %s', (name, initials, syllables) => {
    expect(nameLetters(name)).toEqual({ initials, syllables });
  });

  it.each([
    'cq',
    'lj',
    'ljj',
    'liangjiang',
    'liangj',
    'ljiang',
    'jqr',
    'qingliang',
    'chongqingliangjiangjiqiren',
  ])('is found by %s from any of its syllables on', (typed) =>
    expect(isFound(typed, '重庆两江机器人')).toBe(true),
  );

  it.each(['iang', 'jl', 'ongqing', 'lq', 'liangg', 'x'])('is not found by %s', (typed) =>
    expect(isFound(typed, '重庆两江机器人')).toBe(false),
  );

  it.each(['bb', 'abb', 'b2', 'b2chang'])('of letters and digits is found by %s', (typed) =>
    expect(isFound(typed, 'ABB2厂')).toBe(true),
  );
});
