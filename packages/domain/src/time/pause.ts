import { minInstant, type Instant } from './instant.ts';

/**
 * One entry of the pause ledger, counted from `from` up to the earlier of `until` (the moment the cap of its reason is
 * used up, fixed when the pause began) and `to` (absent while it lasts).
 */
export type Pause = {
  readonly reason: string;
  readonly from: Instant;
  readonly until?: Instant;
  readonly to?: Instant;
  /** Who paused the clock, as the caller names people. */
  readonly by: string;
  /** What proves the reason: the id of a file or a letter. */
  readonly proof?: string;
};

export type Span = { readonly from: Instant; readonly to: Instant };

/** The moment a pause stops counting, if that is known. */
export const pauseEnd = (pause: Pause): Instant | undefined => {
  if (pause.until === undefined || pause.to === undefined) return pause.until ?? pause.to;
  return minInstant(pause.until, pause.to);
};

/** Whether the pause has been neither ended by anyone nor used up its cap at this moment. */
export const isPausing = (pause: Pause, at: Instant): boolean => {
  const end = pauseEnd(pause);
  return pause.from <= at && (end === undefined || at < end);
};

/** Time covered by at least one pause up to `at`, as separate spans in order: overlapping pauses count once. */
export const pausedSpans = (pauses: readonly Pause[], at: Instant): readonly Span[] => {
  const spans: Span[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))) {
    const to = minInstant(pauseEnd(pause) ?? at, at);
    const last = spans.at(-1);
    if (to <= pause.from) continue;
    if (last === undefined || pause.from > last.to) spans.push({ from: pause.from, to });
    else if (to > last.to) spans[spans.length - 1] = { from: last.from, to };
  }
  return spans;
};

/** The start of the unbroken stretch of pauses that covers `at`, or undefined when the clock runs. */
export const pausedSince = (pauses: readonly Pause[], at: Instant): Instant | undefined => {
  if (!pauses.some((pause) => isPausing(pause, at))) return undefined;
  const last = pausedSpans(pauses, at).at(-1);
  return last?.to === at ? last.from : at;
};
