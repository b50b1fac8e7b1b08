import type { CompiledNetwork } from './compiled-network.ts';
import type { ScheduledTask } from './schedule.ts';

type Sum = { -readonly [Field in keyof ScheduledTask]: ScheduledTask[Field] };

const add = (sum: Sum, part: ScheduledTask): void => {
  sum.start = Math.min(sum.start, part.start);
  sum.finish = Math.max(sum.finish, part.finish);
  sum.earlyStart = Math.min(sum.earlyStart, part.earlyStart);
  sum.earlyFinish = Math.max(sum.earlyFinish, part.earlyFinish);
  sum.lateStart = Math.min(sum.lateStart, part.lateStart);
  sum.lateFinish = Math.max(sum.lateFinish, part.lateFinish);
  sum.totalFloat = Math.min(sum.totalFloat, part.totalFloat);
  sum.freeFloat = Math.min(sum.freeFloat, part.freeFloat);
  sum.critical ||= part.critical;
};

/** Parts before their summaries: the deepest first. */
const deepestFirst = ({ parent, summary }: CompiledNetwork): readonly number[] => {
  const depth = new Int32Array(parent.length).fill(-1);
  for (let place = 0; place < parent.length; place += 1) {
    const unknown: number[] = [];
    let above = place;
    while (above !== -1 && depth[above] === -1) {
      unknown.push(above);
      above = parent[above] as number;
    }
    let level = above === -1 ? 0 : (depth[above] as number) + 1;
    for (const known of unknown.reverse()) depth[known] = level++;
  }
  const places = [...parent.keys()].filter((place) => summary[place] === 1 || parent[place] !== -1);
  return places.sort((one, other) => (depth[other] as number) - (depth[one] as number));
};

/** What a summary does not take from its parts: who it is, and what its own links and dates hold it back by. */
const ownOf = ({ end }: CompiledNetwork, tasks: readonly ScheduledTask[], place: number) => {
  const { id, drivenBy } = tasks[place] as ScheduledTask;
  return { id, isSummary: true, drivenBy: end[place] === -1 ? ('parts' as const) : drivenBy };
};

/** Summaries from their parts: first start, last finish, least float, critical when a part is. */
export const rollUp = (
  compiled: CompiledNetwork,
  tasks: readonly ScheduledTask[],
): readonly ScheduledTask[] => {
  const { parent } = compiled;
  const rolled: ScheduledTask[] = [...tasks];
  const begun = new Set<number>();
  for (const place of deepestFirst(compiled)) {
    const part = rolled[place] as ScheduledTask;
    const above = parent[place] as number;
    if (above === -1) continue;
    if (begun.has(above)) add(rolled[above] as Sum, part);
    else rolled[above] = { ...part, ...ownOf(compiled, tasks, above) };
    begun.add(above);
  }
  return rolled;
};
