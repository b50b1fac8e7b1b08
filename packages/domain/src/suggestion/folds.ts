import { hash64 } from './hash.ts';
import { bareText } from './text.ts';

/**
 * A fold for each row: every label spread evenly, identical texts always together (a copy in both halves would make
 * a model look better than it is). Does not depend on the order of the rows.
 */
export const foldsOf = (
  rows: readonly { readonly text: string; readonly label: string }[],
  folds: number,
): Int32Array => {
  const copies = new Map<string, { readonly label: string; readonly key: string }>();
  const keys = rows.map((row) => bareText(row.text));
  rows.forEach((row, i) => {
    const key = keys[i] ?? '';
    const seen = copies.get(key);
    if (!seen || row.label < seen.label) copies.set(key, { label: row.label, key: hash64(key) });
  });
  const ordered = [...copies].sort(([, a], [, b]) =>
    a.label === b.label ? (a.key < b.key ? -1 : 1) : a.label < b.label ? -1 : 1,
  );
  const foldOfText = new Map(ordered.map(([text], place) => [text, place % folds]));
  return Int32Array.from(keys, (key) => foldOfText.get(key) ?? 0);
};
