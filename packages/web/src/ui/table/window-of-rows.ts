export type RowWindow = {
  readonly first: number;
  readonly end: number;
  readonly above: number;
  readonly below: number;
};

/** Rows drawn beyond each edge, so that scrolling never shows a hole. */
const SPARE = 12;
/** Below this many all rows are drawn in the end: the page's own search and printing then see them. */
export const ALL_DRAWN = 120;

/** Which rows of a long list are drawn, and the height of the empty space above and below them in px. */
export function windowOfRows(list: {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrolled: number;
  readonly viewport: number;
  /** Whether a short list is drawn whole, in sight or not. */
  readonly isWhole: boolean;
}): RowWindow {
  const { count, rowHeight, scrolled, viewport, isWhole } = list;
  if (isWhole && count <= ALL_DRAWN) return { first: 0, end: count, above: 0, below: 0 };
  // A list that was longer may have been scrolled further than this one reaches.
  const top = Math.min(scrolled, Math.max(0, count * rowHeight - viewport));
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const end = Math.min(count, Math.ceil((top + viewport) / rowHeight) + SPARE);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}
