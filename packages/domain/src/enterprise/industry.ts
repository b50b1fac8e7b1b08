/** Sections of GB/T 4754-2017, 国民经济行业分类. */
export const INDUSTRY_SECTIONS = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
] as const;
export type IndustrySection = (typeof INDUSTRY_SECTIONS)[number];

/** Section letter with a division (2 digits), group (3) or class (4) below it. */
export type Industry = { readonly section: IndustrySection; readonly code: string };

/** First and last division of each section, GB/T 4754-2017. */
const DIVISIONS: Readonly<Record<IndustrySection, readonly [number, number]>> = {
  A: [1, 5],
  B: [6, 12],
  C: [13, 43],
  D: [44, 46],
  E: [47, 50],
  F: [51, 52],
  G: [53, 60],
  H: [61, 62],
  I: [63, 65],
  J: [66, 69],
  K: [70, 70],
  L: [71, 72],
  M: [73, 75],
  N: [76, 79],
  O: [80, 82],
  P: [83, 83],
  Q: [84, 85],
  R: [86, 90],
  S: [91, 96],
  T: [97, 97],
};

/** Whether the code has 2 to 4 digits and its division lies in the section. */
export const isIndustry = ({ section, code }: Industry): boolean => {
  if (!/^\d{2,4}$/.test(code)) return false;
  const division = Number(code.slice(0, 2));
  const [first, last] = DIVISIONS[section];
  return first <= division && division <= last;
};
