export type RowWindow = {
  readonly first: number;
  readonly end: number;
  readonly above: number;
  readonly below: number;
};

/** Rows drawn beyond each edge, so that scrolling never shows a hole. */
const SPARE = 12;
/** Below this many all rows are drawn: the page's own search and printing then see them. */
export const ALL_DRAWN = 120;

/** Which rows of a long list are drawn, and the height of the empty space above and below them in px. */
export function windowOfRows(list: {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrolled: number;
  readonly viewport: number;
}): RowWindow {
  const { count, rowHeight, scrolled, viewport } = list;
  if (count <= ALL_DRAWN) return { first: 0, end: count, above: 0, below: 0 };
  const first = Math.min(count, Math.max(0, Math.floor(scrolled / rowHeight) - SPARE));
  const end = Math.min(count, Math.ceil((scrolled + viewport) / rowHeight) + SPARE);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}
