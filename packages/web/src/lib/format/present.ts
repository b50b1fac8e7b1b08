import type { Instant } from '@xiaoer/domain/time/instant';
import { instantOf } from './day.ts';

let behindMs = 0;

/** A sample zone lives behind the real time; `/api/me` says by how much. */
export const liveBehind = (milliseconds: number): void => {
  behindMs = milliseconds;
};

/** The moment on the zone's clock, by the browser's; the server's own counts for every decision. */
export const presentMoment = (): Instant => instantOf(Date.now() - behindMs);

/** By how much the zone's clock is behind the browser's. */
export const behindBy = (): number => behindMs;
