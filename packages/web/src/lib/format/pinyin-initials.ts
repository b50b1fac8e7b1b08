/** The first character of each initial in pinyin order (the order of the zh collation); i, u and v begin no syllable. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const collator = new Intl.Collator('zh-CN-u-co-pinyin');
const HAN = /^[\u3400-\u9fff]$/;

function initialOf(character: string): string {
  if (!HAN.test(character)) return character.toLowerCase();
  let found = '';
  for (const [at, first] of [...FIRST].entries()) {
    if (collator.compare(first, character) > 0) break;
    found = LETTERS[at] ?? '';
  }
  return found;
}

/** The first letters of the syllables: `水务公司` -> `swgs`; other characters stay as they are. */
export const pinyinInitials = (text: string): string => [...text].map(initialOf).join('');

/** Whether an option answers to letters or characters: `sw` and `水务` both find `水务公司`. The server's letters know better. */
export const matchesPinyin = (
  option: { readonly label: string; readonly note?: string; readonly letters?: string },
  typed: string,
): boolean => {
  const asked = typed.trim().toLowerCase();
  const text = `${option.label} ${option.note ?? ''}`.toLowerCase();
  return (
    text.includes(asked) ||
    (/^[a-z0-9]+$/.test(asked) && (option.letters ?? pinyinInitials(option.label)).includes(asked))
  );
};
