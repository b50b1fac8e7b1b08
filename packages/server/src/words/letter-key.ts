import type { NameLetters } from './pinyin.ts';

/** Lists are sorted and looked up by so many first letters; a cursor has to carry them. */
const LETTERS = 40;

export const letterKey = ({ initials }: Pick<NameLetters, 'initials'>): string => initials.slice(0, LETTERS);

/** What somebody typed as first letters; undefined when it holds none. */
export const typedLetters = (words: string): string | undefined =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, LETTERS) || undefined;
