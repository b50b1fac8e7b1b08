import type { CalendarTable } from './calendar-table.ts';
import {
  COMPLETE,
  FF,
  FINISH_NO_LATER,
  FS,
  MUST_FINISH,
  MUST_START,
  SOON,
  SS,
  START_NO_LATER,
  STARTED,
  SUMMARY_END,
  type CompiledNetwork,
} from './compiled-network.ts';
import type { ForwardDates } from './forward-pass.ts';
import { boundBefore } from './links.ts';
import type { Minute } from './minute.ts';
import { finishBy, finishOf, latestStart, startBy } from './running.ts';

/** Latest dates of every node. What has started keeps here the latest moment its rest can be begun. */
export type BackwardDates = { readonly start: Float64Array; readonly finish: Float64Array };

type Pass = {
  readonly compiled: CompiledNetwork;
  readonly early: ForwardDates;
  readonly dates: BackwardDates;
  /** The project's latest finish. */
  readonly by: Minute;
  /** Moments by which nodes must start: several starts of calendar days may share one finish. A summary's is carried by the parts that drive it. */
  readonly latest: Float64Array;
  /** Whether tasks that stand as soon as possible keep their early dates. */
  readonly hasten: boolean;
};

/** The latest finish of a task that must start by a moment; what has started is no longer bound. */
const finishWhenStartedBy = ({ compiled, latest }: Pass, node: number, by: Minute): Minute => {
  if (compiled.progress[node] === STARTED) return Number.POSITIVE_INFINITY;
  if (by < (latest[node] as number)) latest[node] = by;
  const kind = compiled.kind[node] as number;
  const table = compiled.calendar[node] as CalendarTable;
  return finishOf(kind, table, [startBy(kind, table, by), compiled.duration[node] as number]);
};

const linkedFinish = (pass: Pass, node: number): Minute => {
  const { compiled, early, dates, latest } = pass;
  let finish = pass.by;
  const last = compiled.outgoingAt[node + 1] as number;
  for (let place = compiled.outgoingAt[node] as number; place < last; place += 1) {
    const link = compiled.outgoing[place] as number;
    const next = compiled.linkTo[link] as number;
    if (compiled.progress[next] === COMPLETE) continue;
    const type = compiled.linkType[link] as number;
    const kind = compiled.kind[next] as number;
    if (kind === SUMMARY_END) {
      finish = Math.min(finish, dates.finish[next] as number);
      const cap = latest[next] as number;
      if (cap < Number.POSITIVE_INFINITY && early.start[node] === early.start[next])
        finish = Math.min(finish, finishWhenStartedBy(pass, node, cap));
      continue;
    }
    const at = (type === FS || type === SS ? dates.start[next] : dates.finish[next]) as number;
    const successor = { kind, table: compiled.calendar[next] as CalendarTable };
    const bound = boundBefore(compiled.lagKind[link] as number, compiled.lag[link] as number, [
      at,
      successor,
    ]);
    if (type === FS || type === FF) finish = Math.min(finish, bound);
    else if (compiled.kind[node] === SUMMARY_END) latest[node] = Math.min(latest[node] as number, bound);
    else finish = Math.min(finish, finishWhenStartedBy(pass, node, bound));
  }
  return finish;
};

const constrainedFinish = (pass: Pass, node: number, linked: Minute): Minute => {
  const { compiled, hasten, early } = pass;
  const at = compiled.constraintAt[node] as number;
  const wins = compiled.network.constraintsWin === true;
  switch (compiled.constraint[node]) {
    case SOON:
      return !hasten ? linked : Math.min(linked, early.finish[node] as number);
    case START_NO_LATER:
      return Math.min(linked, finishWhenStartedBy(pass, node, at));
    case FINISH_NO_LATER:
      return Math.min(linked, at);
    case MUST_START: {
      const named = finishWhenStartedBy(pass, node, at);
      return wins ? named : Math.min(linked, named);
    }
    case MUST_FINISH:
      return wins ? at : Math.min(linked, at);
    default:
      return linked;
  }
};

const passNode = (pass: Pass, node: number): void => {
  const { compiled, early, dates } = pass;
  if (compiled.progress[node] === COMPLETE) {
    dates.finish[node] = early.finish[node] as number;
    dates.start[node] = early.start[node] as number;
    return;
  }
  const kind = compiled.kind[node] as number;
  const table = compiled.calendar[node] as CalendarTable;
  const deadline = compiled.deadline[node] as number;
  const constrained = constrainedFinish(pass, node, linkedFinish(pass, node));
  const finish = finishBy(kind, table, deadline < constrained ? deadline : constrained);
  const length = (
    compiled.progress[node] === STARTED ? compiled.remaining[node] : compiled.duration[node]
  ) as number;
  dates.finish[node] = finish;
  dates.start[node] = Math.min(latestStart(kind, table, [finish, length]), pass.latest[node] as number);
};

/** Latest dates that still let everything be finished by a moment. `hasten` draws what stands as soon as possible forward. */
export const backwardPass = (
  compiled: CompiledNetwork,
  [early, by]: readonly [ForwardDates, Minute],
  hasten = false,
): BackwardDates => {
  const { nodes, order } = compiled;
  const dates = { start: new Float64Array(nodes), finish: new Float64Array(nodes) };
  const latest = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const pass: Pass = { compiled, early, dates, by, latest, hasten };
  for (let place = order.length - 1; place >= 0; place -= 1) passNode(pass, order[place] as number);
  return dates;
};
