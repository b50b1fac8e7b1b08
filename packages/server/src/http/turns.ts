import { MILLISECONDS_PER_MINUTE, millisecondsBetween, type Instant } from '@xiaoer/domain/time/instant';

type Turn = { readonly who: string; readonly what: string; readonly now: Instant };

/** A turn whose end nobody saw is over by then. */
const LONGEST_MS = 10 * MILLISECONDS_PER_MINUTE;

/** Costly work one at a time for everybody, and no more often than so many times a minute for each kind. */
export const openTurns = ({ perMinute }: { readonly perMinute: number }) => {
  const busy = new Map<string, { readonly since: Instant }>();
  const begun = new Map<string, readonly Instant[]>();
  return {
    /** Begins a turn and answers how to end it; undefined: not now. */
    take: ({ who, what, now }: Turn): (() => void) | undefined => {
      const other = busy.get(who);
      if (other !== undefined && millisecondsBetween(other.since, now) < LONGEST_MS) return undefined;
      const key = `${who} ${what}`;
      const lately = (begun.get(key) ?? []).filter(
        (at) => millisecondsBetween(at, now) < MILLISECONDS_PER_MINUTE,
      );
      if (lately.length >= perMinute) return undefined;
      begun.set(key, [...lately, now]);
      const own = { since: now };
      busy.set(who, own);
      return () => {
        if (busy.get(who) === own) busy.delete(who);
      };
    },
  };
};
