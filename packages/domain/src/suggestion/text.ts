/** Full-width forms become half-width, letters lower case; every UTF-16 unit keeps its place, so offsets stay true. */
export const foldWidth = (text: string): string => {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charCodeAt(i));
  return folded;
};

const foldUnit = (unit: number): string => {
  if (unit === 0x3000) return ' ';
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return String.fromCharCode(narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow);
};

const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** What stays of a text when width, letter case, spaces and punctuation do not count. */
export const bareText = (text: string): string => foldWidth(text).replace(NOT_LETTER_OR_DIGIT, '');

const HAN_RUN = /\p{Script=Han}+/gu;

/** The unbroken stretches of Chinese characters, in order. */
export const hanRuns = (text: string): readonly string[] => text.match(HAN_RUN) ?? [];

const TWO_UNITS = /[\ud800-\udfff]/;

/** Every stretch of `size` neighbouring characters of one run, repeats kept. */
export const gramsOf = (run: string, size: number): readonly string[] => {
  const characters = TWO_UNITS.test(run) ? Array.from(run) : undefined;
  const grams: string[] = [];
  for (let i = 0; i + size <= (characters ?? run).length; i++)
    grams.push(characters ? characters.slice(i, i + size).join('') : run.slice(i, i + size));
  return grams;
};
