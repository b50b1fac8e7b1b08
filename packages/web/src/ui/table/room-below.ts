/** Under the rows of a list: its foot and the margin of the page. */
const UNDER = 72;
const LEAST = 320;

/**
 * How high a list may be that begins at `top` of its page, so that the list scrolls and not the page as well; nothing when
 * it begins too low for that.
 */
export function roomBelow({
  top,
  window,
}: {
  readonly top: number;
  readonly window: number;
}): number | undefined {
  const room = Math.floor(window - top - UNDER);
  return room < LEAST ? undefined : room;
}
