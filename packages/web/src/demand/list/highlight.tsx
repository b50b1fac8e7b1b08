import type { ReactElement } from 'react';

type Range = { readonly from: number; readonly to: number };
type Part = { readonly at: number; readonly text: string; readonly hit: boolean };

/** A text cut at the places that the search named; ranges that overlap or lie outside are left out. */
export function markedParts(text: string, ranges: readonly Range[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of [...ranges].sort((one, two) => one.from - two.from)) {
    if (from < at || to <= from || to > text.length) continue;
    parts.push(
      { at, text: text.slice(at, from), hit: false },
      { at: from, text: text.slice(from, to), hit: true },
    );
    at = to;
  }
  return [...parts, { at, text: text.slice(at), hit: false }].filter((part) => part.text !== '');
}

/** The places of some words in a text, for words that no search has placed. */
export function placesOf(text: string, words: readonly string[]): readonly Range[] {
  const asked = words.filter((word) => word !== '');
  if (asked.length === 0) return [];
  const pattern = asked.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return [...text.matchAll(new RegExp(pattern, 'gi'))].map(({ 0: hit, index }) => ({
    from: index,
    to: index + hit.length,
  }));
}

/** A text with the words that were searched for marked. */
export const Highlight = ({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly Range[];
}): ReactElement => (
  <>
    {markedParts(text, ranges).map((part) =>
      part.hit ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
    )}
  </>
);
