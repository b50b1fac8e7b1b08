import { isContent } from './features.ts';
import { pairsOf } from './fingerprint.ts';
import { bareText, foldWidth } from './text.ts';
import type { Tokens } from './features.ts';

export type Similarity = {
  /** 0: nothing in common; 1: the same text, width, letter case, spaces and punctuation aside. */
  readonly score: number;
  /** Words of two or more characters that both texts use, the longest first. */
  readonly sharedWords: readonly string[];
};

/** From here on a demand is shown as a likely duplicate. Of 43,956 pairs of different seed examples one scores as much. */
export const NEAR_DUPLICATE = 0.3;

const MOST_WORDS = 8;
const NUMBER = /^[\d.:-]+$/;

/** Words that every complaint uses; sharing them says nothing. */
const COMMON = new Set(
  '我们 我司 公司 企业 园区 希望 请求 反映 解决 处理 协调 相关 部门 目前 现在 一直 没有 能否 是否 可以 进行 问题 情况 有关 尽快 以及 因为 由于 员工 厂区 我公司 请问 怎么 什么 无法 导致 影响 已经 多次 需要'.split(
    ' ',
  ),
);

const tellingWords = ({ words }: Tokens): ReadonlySet<string> =>
  new Set(
    words
      .map((word) => foldWidth(word).trim())
      .filter((word) => word.length > 1 && isContent(word) && !NUMBER.test(word) && !COMMON.has(word)),
  );

type Weighed = ReadonlyMap<string, number>;

/** Character pairs weigh one, telling words as much as they have characters. */
const weighed = (tokens: Tokens): Weighed =>
  new Map([
    ...[...pairsOf(tokens.text)].map((pair): [string, number] => [pair, 1]),
    ...[...tellingWords(tokens)].map((word): [string, number] => [`=${word}`, word.length]),
  ]);

const total = (weights: Weighed): number => {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
};

/** Weighted Jaccard: what both have over what either has. */
const jaccard = (a: Weighed, b: Weighed): number => {
  let both = 0;
  for (const [feature, weight] of a) if (b.has(feature)) both += weight;
  const either = total(a) + total(b) - both;
  return either === 0 ? 0 : both / either;
};

/** How alike two texts are, with the words that show it. Symmetric. */
export const similarity = (a: Tokens, b: Tokens): Similarity => {
  const others = tellingWords(b);
  const sharedWords = [...tellingWords(a)]
    .filter((word) => others.has(word))
    .sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
    .slice(0, MOST_WORDS);
  const identical = bareText(a.text) === bareText(b.text);
  return { score: identical ? 1 : Math.min(jaccard(weighed(a), weighed(b)), 0.999), sharedWords };
};
