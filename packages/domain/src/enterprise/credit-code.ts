/** GB 32100-2015: digits and capitals without I, O, S, V, Z. The place of a character is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
/** 3^i mod 31 for the first 17 characters. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714-1997, the organisation code inside (characters 9 to 17): letters count from A = 10 with none left out. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const weighted = (text: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * alphabet.indexOf(text.charAt(place)), 0);

const organisationCheck = (eight: string): string => {
  const check = (11 - (weighted(eight, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

const creditCheck = (seventeen: string): string =>
  ALPHABET.charAt((31 - (weighted(seventeen, ALPHABET, WEIGHTS) % 31)) % 31);

export type CreditCodeProblem =
  | { readonly code: 'enterprise.credit-code-length'; readonly facts: { readonly length: number } }
  | {
      readonly code: 'enterprise.credit-code-character';
      readonly facts: { readonly place: number; readonly character: string };
    }
  | { readonly code: 'enterprise.credit-code-district'; readonly facts: { readonly district: string } }
  | {
      readonly code: 'enterprise.credit-code-organisation-check' | 'enterprise.credit-code-check';
      readonly facts: {};
    };

/** The code as people type it: blanks and hyphens dropped, capitals. */
export const normalCreditCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** Why this is no unified social credit code, or undefined when it is one. Places count from 1. */
export const creditCodeProblem = (code: string): CreditCodeProblem | undefined => {
  if (code.length !== LENGTH)
    return { code: 'enterprise.credit-code-length', facts: { length: code.length } };
  const wrong = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (wrong >= 0)
    return {
      code: 'enterprise.credit-code-character',
      facts: { place: wrong + 1, character: code.charAt(wrong) },
    };
  const district = code.slice(2, 8);
  if (!/^\d{6}$/.test(district)) return { code: 'enterprise.credit-code-district', facts: { district } };
  if (organisationCheck(code.slice(8, 16)) !== code.charAt(16))
    return { code: 'enterprise.credit-code-organisation-check', facts: {} };
  return creditCheck(code) === code.charAt(17)
    ? undefined
    : { code: 'enterprise.credit-code-check', facts: {} };
};

/** A whole code from its first 16 characters (authority, kind, district, 8 of the organisation); both checks are added. */
export const completedCreditCode = (sixteen: string): string => {
  const seventeen = sixteen + organisationCheck(sixteen.slice(8, 16));
  return seventeen + creditCheck(seventeen);
};
