import { foldWidth } from '@xiaoer/domain/suggestion/text';

/** Where found words stand in a text: [from, to) in UTF-16 units, ordered, not touching. */
export type Highlight = { readonly from: number; readonly to: number };

const placesOf = (folded: string, word: string): readonly Highlight[] => {
  const places: Highlight[] = [];
  if (word === '') return places;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
    places.push({ from: at, to: at + word.length });
  return places;
};

/** Every place of the query's words (from `queryTerms`) in a text, neighbours joined. */
export const highlights = (text: string, terms: readonly string[]): readonly Highlight[] => {
  const folded = foldWidth(text);
  const places = terms
    .flatMap((term) => placesOf(folded, term))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: Highlight[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    if (last && place.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, place.to) };
    else joined.push(place);
  }
  return joined;
};
