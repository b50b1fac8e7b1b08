import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** A name for a prepared statement, the same for the same text. Texts differ by a few dozen shapes, never by values. */
export const statementName = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
};
