import type { CalendarTable } from './calendar-table.ts';
import type { Minute } from './minute.ts';
import type { Network } from './network.ts';

/** How a node's duration runs. A milestone has none: it stands where its predecessor ends. */
export const WORKING = 0;
export const ELAPSED = 1;
export const CALENDAR_DAYS = 2;
export const MILESTONE = 3;
/** The end of a summary with links of its own: from its first part's start to its last part's finish. */
export const SUMMARY_END = 4;

export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;

export const NO_LAG = 0;
export const WORKING_LAG = 1;
export const ELAPSED_LAG = 2;

export const SOON = 0;
export const LATE = 1;
export const START_NO_EARLIER = 2;
export const START_NO_LATER = 3;
export const FINISH_NO_EARLIER = 4;
export const FINISH_NO_LATER = 5;
export const MUST_START = 6;
export const MUST_FINISH = 7;

export const OPEN = 0;
export const STARTED = 1;
export const COMPLETE = 2;
export const MANUAL = 3;

export const NONE: Minute = Number.NaN;

/**
 * A network with names turned into places, ready for any number of passes. Nodes are the tasks in their order; a
 * summary with links or dates of its own has one more node behind them, its end.
 */
export type CompiledNetwork = {
  readonly network: Network;
  readonly nodes: number;
  /** Nodes so that predecessors come first. */
  readonly order: Int32Array;
  readonly kind: Uint8Array;
  /** Minutes (working or elapsed), or calendar days. */
  readonly duration: Float64Array;
  /** What is left of it once the task has started. */
  readonly remaining: Float64Array;
  readonly calendar: readonly CalendarTable[];
  readonly constraint: Uint8Array;
  readonly constraintAt: Float64Array;
  readonly deadline: Float64Array;
  readonly progress: Uint8Array;
  readonly fixedStart: Float64Array;
  readonly fixedFinish: Float64Array;
  /** 1 = a summary, rolled up afterwards. */
  readonly summary: Uint8Array;
  /** Place of the parent, -1 at the top. */
  readonly parent: Int32Array;
  /** The node that stands for a summary's end, or -1. */
  readonly end: Int32Array;
  /** Places of the links into node n: incomingLinks[incoming[n]] to incomingLinks[incoming[n + 1]]. */
  readonly incoming: Int32Array;
  readonly incomingLinks: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly linkType: Uint8Array;
  readonly lagKind: Uint8Array;
  readonly lag: Float64Array;
  /** Place of the link in network.links; -1 between a summary and its parts. */
  readonly linkSource: Int32Array;
  /** Places of the links out of node n: outgoing[outgoingAt[n]] to outgoing[outgoingAt[n + 1]]. */
  readonly outgoingAt: Int32Array;
  readonly outgoing: Int32Array;
};
