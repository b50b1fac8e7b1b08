import { createHash } from 'node:crypto';

/** Beyond so many texts, those of rare filters, a statement is planned each time: a connection keeps every plan it made. */
const MOST = 500;

const names = new Map<string, string>();

/** A name to prepare a statement under, the same for the same text; texts differ by shape, never by values. */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `s-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
};
