const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const sum = (text: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * Number.parseInt(text.charAt(at), 36), 0);

/** The n-th credit code that GB 32100-2015 accepts; its organisation number is all digits. */
export const creditCode = (n: number): string => {
  const number = String(n).padStart(8, '0');
  const check = (11 - (sum(number, ORGANISATION_WEIGHTS) % 11)) % 11;
  const code = `91500000${number}${check === 10 ? 'X' : check}`;
  const total = WEIGHTS.reduce((all, weight, at) => all + weight * ALPHABET.indexOf(code.charAt(at)), 0);
  return code + ALPHABET.charAt((31 - (total % 31)) % 31);
};
