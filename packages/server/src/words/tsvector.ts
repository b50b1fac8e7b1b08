const quoted = (term: string): string =>
  term.includes("'") || term.includes('\\') ? `'${term.replaceAll(/['\\]/g, '$&$&')}'` : `'${term}'`;

/** PostgreSQL takes words of at most 2,046 bytes, the number of the tenant before them included. */
const LONGEST_WORD = 2_000;
const fits = (term: string): boolean => Buffer.byteLength(term) <= LONGEST_WORD;

/** A tsvector's text form: every term once, quoted, without positions. A pasted address may be longer than any word: no search asks for it. */
export const tsvectorOf = (terms: readonly string[]): string => terms.filter(fits).map(quoted).join(' ');

/** The tsquery that asks for all terms. */
export const tsqueryOf = (terms: readonly string[]): string => terms.map(quoted).join(' & ');
