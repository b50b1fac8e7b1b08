import { foldWidth, gramsOf, hanRuns } from './text.ts';

/** A text as the classifier and the duplicate search see it: as written, and cut into words by the server's cutter. */
export type Tokens = { readonly text: string; readonly words: readonly string[] };

/** Longer texts are read to here; what a complaint is about is said before. Characters. */
const READ_CHARACTERS = 3000;

const WORD = /[\p{L}\p{N}]/u;
const DIGITS = /^[\d.]+$/;

/** Numbers say what kind of thing they are by their length only: a year, a telephone, an amount; never their value. */
const term = (word: string): string => {
  const folded = foldWidth(word).trim();
  return DIGITS.test(folded) ? `#${Math.min(folded.length, 12)}` : folded;
};

export const isContent = (word: string): boolean => WORD.test(word);

export type Counts = Map<string, number>;

const count = (counts: Counts, feature: string): void => {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
};

/** The feature that stands for one whole word. */
export const wordFeature = (word: string): string => `=${word}`;

/** Words and pairs of neighbouring words, with how often each occurs. */
export const wordFeatures = (tokens: Tokens): Counts => {
  const counts: Counts = new Map();
  let previous = '';
  let read = 0;
  for (const word of tokens.words) {
    read += word.length;
    if (read > READ_CHARACTERS) break;
    if (!isContent(word)) {
      previous = '';
      continue;
    }
    const current = term(word);
    count(counts, wordFeature(current));
    if (previous !== '') count(counts, `+${previous}|${current}`);
    previous = current;
  }
  return counts;
};

/** Unbroken stretches of letters that are not Chinese. Digits are left out: their value tells nothing. */
const OTHER_LETTERS = /[^\P{L}\p{Script=Han}]+/gu;

/** Single Chinese characters and neighbouring pairs; three and four letters of other scripts, word ends marked by a space. */
export const gramsIn = (text: string): readonly string[] => [
  ...hanRuns(text).flatMap((run) => [...gramsOf(run, 1), ...gramsOf(run, 2)]),
  ...(foldWidth(text).match(OTHER_LETTERS) ?? []).flatMap((word) => [
    ...gramsOf(` ${word} `, 3),
    ...gramsOf(` ${word} `, 4),
  ]),
];

/** The grams of a text with how often each occurs: they survive a wrong cut, a new name and a word's other forms. */
export const gramFeatures = (tokens: Tokens): Counts => {
  const counts: Counts = new Map();
  for (const gram of gramsIn(tokens.text.slice(0, READ_CHARACTERS))) count(counts, gram);
  return counts;
};
