import { refused } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Hierarchy } from './compile-hierarchy.ts';
import type { Nodes } from './compile-nodes.ts';
import { FF, FS, NO_LAG, SF } from './compiled-network.ts';
import { compileLag } from './durations.ts';
import { LINK_TYPES, type Link, type Network } from './network.ts';
import { refuseTasks, type ScheduleRefusal } from './refusals.ts';

const NOT_LAGGING = { kind: NO_LAG, length: 0 };

type Edge = {
  readonly from: number;
  readonly to: number;
  readonly type: number;
  readonly lagKind: number;
  readonly lag: number;
  readonly source: number;
};

/** The ancestors of a task that take part in the passes. */
const gatesAbove = (place: number, { parent, end }: Hierarchy): readonly number[] => {
  const gates: number[] = [];
  for (let above = parent[place] ?? -1; above !== -1; above = parent[above] ?? -1)
    if (end[above] !== -1) gates.push(above);
  return gates;
};

/** A part starts after its summary may, and the summary ends with its last part. */
const outlineEdges = (hierarchy: Hierarchy): readonly Edge[] => {
  const { summary, end } = hierarchy;
  if (!end.some((node) => node !== -1)) return [];
  const within = { type: FS, lagKind: NO_LAG, lag: 0, source: -1 };
  const edges: Edge[] = [];
  for (let place = 0; place < summary.length; place += 1) {
    if (summary[place] === 1) continue;
    for (const gate of gatesAbove(place, hierarchy))
      edges.push({ ...within, from: gate, to: place }, { ...within, from: place, to: end[gate] ?? 0 });
  }
  return edges;
};

const edgeOf = (
  [link, source]: readonly [Link, number],
  { tasks, minutesPerDay }: Network,
  { hierarchy: { placeOf, summary, end }, nodes }: { readonly hierarchy: Hierarchy; readonly nodes: Nodes },
): Edge | Refusal<ScheduleRefusal> => {
  const from = placeOf.get(link.from);
  const to = placeOf.get(link.to);
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? link.from : link.to;
    return refused('schedule.unknown-task', {
      ...refuseTasks('schedule.unknown-task', [tasks[from ?? to ?? -1]]).facts,
      missing,
    }).refusal;
  }
  const type = LINK_TYPES.indexOf(link.type);
  const lag =
    link.lag === undefined
      ? NOT_LAGGING
      : compileLag(link.lag, minutesPerDay, {
          kind: nodes.kind[from] ?? 0,
          length: nodes.duration[from] ?? 0,
        });
  if (lag === undefined) return refuseTasks('schedule.duration-invalid', [tasks[from], tasks[to]]);
  const isShareOfSummary = summary[from] === 1 && link.lag?.unit === 'percent';
  if (isShareOfSummary || (summary[to] === 1 && (type === FF || type === SF)))
    return refuseTasks('schedule.summary-invalid', [tasks[to]]);
  const start = summary[from] === 1 ? (end[from] ?? -1) : from;
  return { from: start, to, type, lagKind: lag.kind, lag: lag.length, source };
};

/** All links as places; refuses those of unknown tasks, and those that would move the end of a summary. */
export const edgesOf = (network: Network, hierarchy: Hierarchy, nodes: Nodes) => {
  const outline = outlineEdges(hierarchy);
  const count = outline.length + network.links.length;
  const edges = {
    linkFrom: new Int32Array(count),
    linkTo: new Int32Array(count),
    linkType: new Uint8Array(count),
    lagKind: new Uint8Array(count),
    lag: new Float64Array(count),
    linkSource: new Int32Array(count),
  };
  for (let place = 0; place < count; place += 1) {
    const source = place - outline.length;
    const link = network.links[source];
    const edge = link === undefined ? outline[place] : edgeOf([link, source], network, { hierarchy, nodes });
    if (edge === undefined) continue;
    if ('code' in edge) return edge;
    edges.linkFrom[place] = edge.from;
    edges.linkTo[place] = edge.to;
    edges.linkType[place] = edge.type;
    edges.lagKind[place] = edge.lagKind;
    edges.lag[place] = edge.lag;
    edges.linkSource[place] = edge.source;
  }
  return edges;
};
