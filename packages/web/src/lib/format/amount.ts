const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Fen as yuan with two decimals and thousands apart: 123456 -> `1,234.56`. Exact for every safe integer. */
export function yuan(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** At most two decimals, without trailing zeros. */
function fromHundredths(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Fen as 万元 with at most two decimals, without trailing zeros: 1234567800 -> `1,234.57`. */
export const tenThousandYuan = (amountFen: number): string =>
  fromHundredths(Math.sign(amountFen) * Math.round(Math.abs(amountFen) / 10_000));

/** 万元 in millions of yuan, for readers of English: 34410 -> `344.1`. */
export const millionYuan = (tenThousands: number): string => fromHundredths(Math.round(tenThousands));

/** A whole number with thousands apart. */
export const count = (value: number): string => `${value < 0 ? '-' : ''}${grouped(String(Math.abs(value)))}`;

/** A share as a percentage: `rate(17, 40)` -> `42.5%`; nothing to divide by gives a dash. */
export const rate = (numerator: number, denominator: number, decimals = 1): string =>
  denominator === 0 ? '—' : `${((numerator / denominator) * 100).toFixed(decimals)}%`;

/** So many of something: a word that ends in `(s)` is written as one or as many need it. */
export const counted = (value: number, word: string): string =>
  `${count(value)} ${word.replace('(s)', value === 1 ? '' : 's')}`;
