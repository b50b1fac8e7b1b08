const quoted = (term: string): string =>
  term.includes("'") || term.includes('\\') ? `'${term.replaceAll(/['\\]/g, '$&$&')}'` : `'${term}'`;

/** A tsvector's text form: every term once, quoted, without positions. */
export const tsvectorOf = (terms: readonly string[]): string => terms.map(quoted).join(' ');

/** The tsquery that asks for all terms. */
export const tsqueryOf = (terms: readonly string[]): string => terms.map(quoted).join(' & ');
