const LONGEST = 40;

/** A title from the first sentence of a text, at most 40 characters, so that nobody has to think of one. */
export const titleOf = (text: string): string => {
  const [first = ''] = text.trim().split(/[。！？!?；;\n]/u);
  const letters = [...first.trim()];
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…`;
};
