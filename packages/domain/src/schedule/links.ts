import type { CalendarTable } from './calendar-table.ts';
import { NO_LAG, WORKING, WORKING_LAG } from './compiled-network.ts';
import type { Minute } from './minute.ts';

/** What a link's successor runs by: the lag is counted on its calendar. */
export type Successor = { readonly kind: number; readonly table: CalendarTable };

/** The moment before which a link does not let its successor start (or finish). */
export const boundAfter = (
  lagKind: number,
  lag: number,
  [at, { kind, table }]: readonly [Minute, Successor],
): Minute => {
  if (lagKind === NO_LAG) return at;
  if (lagKind !== WORKING_LAG) return at + lag;
  const worked = table.workedAt(at) + lag;
  return kind === WORKING ? table.startAt(worked) : table.finishAt(worked);
};

/**
 * The latest moment of a predecessor that keeps its link, given when the successor starts (or finishes) at the latest.
 * A successor in working time compares on its own calendar: hours it does not work do not separate two moments.
 */
export const boundBefore = (
  lagKind: number,
  lag: number,
  [at, { kind, table }]: readonly [Minute, Successor],
): Minute => {
  if (lagKind === WORKING_LAG) return table.startAt(table.workedAt(at) - lag);
  const latest = kind === WORKING ? table.startAt(table.workedAt(at)) : at;
  return lagKind === NO_LAG ? latest : latest - lag;
};
