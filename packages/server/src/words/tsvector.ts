import type { TenantId } from '@xiaoer/domain/kernel/ids';

const quoted = (term: string): string =>
  term.includes("'") || term.includes('\\') ? `'${term.replaceAll(/['\\]/g, '$&$&')}'` : `'${term}'`;

/** PostgreSQL takes words of at most 2,046 bytes, the number of the tenant before them included. */
const LONGEST_WORD = 2_000;
/** A UTF-16 unit is at most three bytes of UTF-8: few terms are measured. */
const fits = (term: string): boolean =>
  term.length * 3 <= LONGEST_WORD || Buffer.byteLength(term) <= LONGEST_WORD;

/** A word under its tenant's number: a word's list of records in the index holds those of one tenant only. */
export const wordOf = (tenantId: TenantId, word: string): string => `${tenantId}:${word}`;

/** A tsvector's text form: every term once, quoted, without positions. A pasted address may be longer than any word: no search asks for it. */
export const tsvectorOf = (terms: readonly string[]): string => terms.filter(fits).map(quoted).join(' ');

/** The tsquery that asks for all terms. */
export const tsqueryOf = (terms: readonly string[]): string => terms.map(quoted).join(' & ');
