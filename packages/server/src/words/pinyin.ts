import { pinyin } from 'pinyin-pro';

/** How a name is found by typing letters: 重庆长安 -> initials "cqca", full "chongqingchangan"; other letters stay. */
export type NameLetters = { readonly initials: string; readonly full: string };

const NOT_TYPED = /[^a-z0-9]+/g;

/** Letters of full width are typed as any others. */
const plain = (name: string): string => name.normalize('NFKC');

const typed = (letters: string): string => letters.toLowerCase().replaceAll('ü', 'v').replace(NOT_TYPED, '');

export const nameLetters = (name: string): NameLetters => ({
  initials: typed(
    pinyin(plain(name), { pattern: 'first', toneType: 'none', nonZh: 'consecutive', separator: '' }),
  ),
  full: typed(pinyin(plain(name), { toneType: 'none', nonZh: 'consecutive', separator: '' })),
});

/** The same for a person: the first character is read as a surname (单 shan, 仇 qiu). */
export const personLetters = (name: string): NameLetters => ({
  initials: typed(
    pinyin(name, {
      pattern: 'first',
      toneType: 'none',
      surname: 'head',
      nonZh: 'consecutive',
      separator: '',
    }),
  ),
  full: typed(pinyin(name, { toneType: 'none', surname: 'head', nonZh: 'consecutive', separator: '' })),
});
