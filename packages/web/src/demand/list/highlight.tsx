import type { ReactElement } from 'react';

/** The parts of a text, those that were searched for apart. */
export function markedParts(
  text: string,
  words: string,
): readonly { readonly text: string; readonly hit: boolean }[] {
  const asked = words.split(/\s+/).filter((word) => word !== '');
  if (asked.length === 0) return [{ text, hit: false }];
  const pattern = asked.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text
    .split(new RegExp(`(${pattern})`, 'gi'))
    .map((part, at) => ({ text: part, hit: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** A text with the words that were searched for marked. */
export const Highlight = ({
  text,
  words,
}: {
  readonly text: string;
  readonly words: string;
}): ReactElement => (
  <>
    {markedParts(text, words).map((part, at) =>
      part.hit ? <mark key={`${at}-${part.text}`}>{part.text}</mark> : part.text,
    )}
  </>
);
