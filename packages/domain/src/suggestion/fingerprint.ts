import { hash32, hash64, mix32 } from './hash.ts';
import { bareText, gramsOf } from './text.ts';

/**
 * What a demand is found again by, as rows of a table (tenant_id, key, demand_id) with a btree on the first two:
 * `exact` is the same for texts that differ in width, letter case, spaces and punctuation only; near texts share a
 * band with the chance 1 - (1 - s^ROWS)^BANDS, s being the share of character pairs they have in common
 * (MinHash, Broder 1997): 0.998 at 0.6, 0.84 at 0.4, 0.20 at 0.2.
 */
export type Fingerprint = { readonly exact: string; readonly bands: readonly string[] };

export const BANDS = 28;
const ROWS = 3;

/** A text with less to it than this has an exact key only. */
const LEAST_GRAMS = 3;

/** Telephone numbers, dates and amounts differ between copies of one complaint. */
const withoutNumbers = (bare: string): string => bare.replace(/[\p{N}]+/gu, '0');

/** The character pairs a text is compared by. */
export const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(gramsOf(withoutNumbers(bareText(text)), 2));

/** The smallest hash of a set under one of many scatterings. */
const smallest = (hashes: readonly number[], scattering: number): number => {
  const key = Math.imul(scattering + 1, 0x9e3779b1);
  return hashes.reduce((least, hash) => Math.min(least, mix32(hash ^ key)), 0xffffffff);
};

const bandKey = (hashes: readonly number[], band: number): string => {
  const parts = Array.from({ length: ROWS }, (_, row) => smallest(hashes, band * ROWS + row).toString(36));
  return `${band.toString(36)}:${hash64(parts.join('.')).slice(0, 12)}`;
};

/** The keys of a text. Candidates found by a shared band are weighed with `similarity`. */
export const fingerprint = (text: string): Fingerprint => {
  const hashes = [...pairsOf(text)].map(hash32);
  return {
    exact: hash64(bareText(text)),
    bands:
      hashes.length < LEAST_GRAMS ? [] : Array.from({ length: BANDS }, (_, band) => bandKey(hashes, band)),
  };
};
