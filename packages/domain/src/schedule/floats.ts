import type { BackwardDates } from './backward-pass.ts';
import type { CalendarTable } from './calendar-table.ts';
import {
  COMPLETE,
  FF,
  FS,
  MILESTONE,
  SS,
  STARTED,
  SUMMARY_END,
  WORKING,
  type CompiledNetwork,
} from './compiled-network.ts';
import type { ForwardDates } from './forward-pass.ts';
import { boundBefore } from './links.ts';
import type { Minute } from './minute.ts';

/** Minutes from one moment to another as a task counts them: its working time, or the clock for elapsed and calendar days. */
const between = (compiled: CompiledNetwork, node: number, [from, to]: readonly [Minute, Minute]): number => {
  const kind = compiled.kind[node] as number;
  if (kind !== WORKING && kind !== MILESTONE && kind !== SUMMARY_END) return to - from;
  const table = compiled.calendar[node] as CalendarTable;
  return table.workedAt(to) - table.workedAt(from);
};

/** min(late start - early start, late finish - early finish); of what has started only the finish can still move. */
export const totalFloat = (
  compiled: CompiledNetwork,
  node: number,
  { early, late }: { readonly early: ForwardDates; readonly late: BackwardDates },
): number => {
  if (compiled.progress[node] === COMPLETE) return 0;
  const atFinish = between(compiled, node, [early.finish[node] as number, late.finish[node] as number]);
  if (compiled.progress[node] === STARTED) return atFinish;
  return Math.min(
    between(compiled, node, [early.start[node] as number, late.start[node] as number]),
    atFinish,
  );
};

type Slip = { readonly early: ForwardDates; readonly projectFinish: Minute };

/** How far a node's start and finish can move before a successor's early date does. */
const slipOf = (
  compiled: CompiledNetwork,
  [node, through]: readonly [number, number],
  { early, projectFinish }: Slip,
): number => {
  const start = early.start[node] as number;
  const finish = early.finish[node] as number;
  let least = between(compiled, node, [finish, projectFinish]);
  const last = compiled.outgoingAt[through + 1] as number;
  for (let place = compiled.outgoingAt[through] as number; place < last; place += 1) {
    const link = compiled.outgoing[place] as number;
    const next = compiled.linkTo[link] as number;
    if (compiled.progress[next] === COMPLETE) continue;
    if (compiled.kind[next] === SUMMARY_END) {
      least = Math.min(least, slipOf(compiled, [node, next], { early, projectFinish }));
      continue;
    }
    const type = compiled.linkType[link] as number;
    const at = (type === FS || type === SS ? early.start[next] : early.finish[next]) as number;
    const successor = {
      kind: compiled.kind[next] as number,
      table: compiled.calendar[next] as CalendarTable,
    };
    const limit = boundBefore(compiled.lagKind[link] as number, compiled.lag[link] as number, [
      at,
      successor,
    ]);
    const own = type === FS || type === FF ? finish : start;
    least = Math.min(least, between(compiled, node, [own, limit]));
  }
  return least;
};

/** How far a task can slip before a successor's early date moves; with none, the project's earliest finish. */
export const freeFloat = (compiled: CompiledNetwork, node: number, slip: Slip): number =>
  compiled.progress[node] === COMPLETE ? 0 : slipOf(compiled, [node, node], slip);
