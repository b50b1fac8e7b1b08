import { pinyin } from 'pinyin-pro';

/**
 * How a name is found by typing letters: 重庆长安 has the initials "cqca" and the syllables "ChongQingChangAn", where a
 * capital begins what may begin a search; letters and digits that are none of Chinese stay, each a beginning.
 */
export type NameLetters = { readonly initials: string; readonly syllables: string };

const NOT_TYPED = /[^a-z0-9]+/g;

/** Letters of full width are typed as any others. */
const plain = (name: string): string => name.normalize('NFKC');

const typed = (letters: string): string => letters.toLowerCase().replaceAll('ü', 'v').replace(NOT_TYPED, '');

const capitalised = (letters: string): string => letters.charAt(0).toUpperCase() + letters.slice(1);

const syllablesOf = (name: string): string =>
  pinyin(name, { type: 'all', toneType: 'none', nonZh: 'consecutive' })
    .map((part) => (part.isZh ? capitalised(typed(part.pinyin)) : typed(part.origin).toUpperCase()))
    .join('');

export const nameLetters = (name: string): NameLetters => ({
  initials: typed(
    pinyin(plain(name), { pattern: 'first', toneType: 'none', nonZh: 'consecutive', separator: '' }),
  ),
  syllables: syllablesOf(plain(name)),
});

/** The initials of a person: the first character is read as a surname (单 shan, 仇 qiu). */
export const personLetters = (name: string): Pick<NameLetters, 'initials'> => ({
  initials: typed(
    pinyin(plain(name), {
      pattern: 'first',
      toneType: 'none',
      surname: 'head',
      nonZh: 'consecutive',
      separator: '',
    }),
  ),
});

/**
 * A regular expression over syllables for letters as they were typed: initials (lj), whole syllables (liangjiang) or
 * both (liangj), from any syllable on. Every letter goes on with its syllable or begins the next one.
 */
export const syllablePattern = (letters: string): string => {
  const [first = '', ...rest] = letters;
  const next = rest.map((letter) => `(?:${letter}|[a-z]*${letter.toUpperCase()})`);
  return first.toUpperCase() + next.join('');
};
