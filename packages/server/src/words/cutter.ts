import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { foldWidth, hanRuns } from '@xiaoer/domain/suggestion/text';
import type { Tokens } from '@xiaoer/domain/suggestion/features';

/** One cutter for stored text and for queries, so that what is stored can be found. */
export type Cutter = {
  /** The words of a text in order, for the classifier and the duplicate search. */
  readonly tokens: (text: string) => Tokens;
  /** Every word a text may be found by, each once: dictionary words at any place, single characters, letters and digits. */
  readonly indexTerms: (text: string) => readonly string[];
  /** The words of a query, each once; a text that contains the query's Chinese as written has them all. */
  readonly queryTerms: (query: string) => readonly string[];
};

const LETTERS_AND_DIGITS = /[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

/** Stretches without Chinese characters: names, models, numbers. */
const otherRuns = (text: string): readonly string[] =>
  text.replace(/\p{Script=Han}+/gu, ' ').match(LETTERS_AND_DIGITS) ?? [];

const FREQUENT = 100_000;

/** Dictionary lines of a zone's own names. jieba reads "word frequency" lines; a word must be one stretch of Chinese. */
const userLines = (words: readonly string[]): string =>
  words
    .map((word) => word.trim())
    .filter((word) => [...word].length > 1 && [...word].every((character) => HAN.test(character)))
    .map((word) => `${word} ${FREQUENT}\n`)
    .join('');

/** jieba's own dictionary. Its module would keep this text and another of its size in memory for good. */
const dictionary = (): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));

const jiebaWith = (ownWords: readonly string[]): Jieba => {
  const jieba = Jieba.withDict(dictionary());
  const lines = userLines(ownWords);
  if (lines !== '') jieba.loadDict(Buffer.from(lines));
  return jieba;
};

/**
 * A cutter that also knows the given words (parks, roads, enterprises). Its first use costs about 0.2 s and 60 MB: make one
 * a process.
 */
export const createCutter = (ownWords: readonly string[] = []): Cutter => {
  let loaded: Jieba | undefined;
  const jieba = (): Jieba => (loaded ??= jiebaWith(ownWords));
  return {
    tokens: (text) => ({ text, words: jieba().cut(foldWidth(text), true) }),
    indexTerms: (text) => {
      const folded = foldWidth(text);
      const terms = new Set<string>(otherRuns(folded));
      for (const run of hanRuns(folded)) {
        for (const word of jieba().cutAll(run)) terms.add(word);
        for (const character of run) terms.add(character);
      }
      return [...terms];
    },
    queryTerms: (query) => {
      const folded = foldWidth(query);
      return [
        ...new Set([...hanRuns(folded).flatMap((run) => jieba().cut(run, false)), ...otherRuns(folded)]),
      ];
    },
  };
};
