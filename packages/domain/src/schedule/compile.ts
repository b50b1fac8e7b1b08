import { refused } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { calendarsOf } from './compile-calendars.ts';
import { hierarchyOf } from './compile-hierarchy.ts';
import { edgesOf } from './compile-links.ts';
import { fillNodes, isMinute } from './compile-nodes.ts';
import type { CompiledNetwork } from './compiled-network.ts';
import type { Network } from './network.ts';
import { edgesBy, findCycle, topologicalOrder } from './order.ts';
import { refuseTasks, type ScheduleRefusal } from './refusals.ts';

export type Compiled =
  | { readonly ok: true; readonly compiled: CompiledNetwork }
  | { readonly ok: false; readonly refusal: Refusal<ScheduleRefusal> };

const no = (refusal: Refusal<ScheduleRefusal>): Compiled => ({ ok: false, refusal });

/**
 * Turns names into places and refuses what no schedule can be made of: unknown tasks, parents and calendars,
 * durations and dates that are none, and cycles, each with the tasks it is about.
 */
export const compile = (network: Network): Compiled => {
  if (network.start === undefined && network.target === undefined)
    return no(refused('schedule.no-anchor').refusal);
  const dated = [network.start, network.target, network.statusDate].every(isMinute);
  if (!dated) return no(refuseTasks('schedule.date-invalid', []));
  const hierarchy = hierarchyOf(network);
  if ('code' in hierarchy) return no(hierarchy);
  const calendar = calendarsOf(network, hierarchy);
  if ('code' in calendar) return no(calendar);
  const nodes = fillNodes(network, hierarchy);
  if ('code' in nodes) return no(nodes);
  const edges = edgesOf(network, hierarchy, nodes);
  if ('code' in edges) return no(edges);
  const { tasks } = network;
  const graph = { nodes: nodes.nodes, from: edges.linkFrom, to: edges.linkTo };
  const order = topologicalOrder(graph);
  if (order.length < nodes.nodes) {
    const round = findCycle(graph).map((node) => tasks[hierarchy.taskOf(node)]);
    return no(refuseTasks('schedule.cycle', [...new Set(round)]));
  }
  const { at: incoming, places: incomingLinks } = edgesBy(edges.linkTo, nodes.nodes);
  const { at: outgoingAt, places: outgoing } = edgesBy(edges.linkFrom, nodes.nodes);
  const { summary, parent, end } = hierarchy;
  const compiled = { network, ...nodes, ...edges, summary, parent, end, order, calendar };
  return { ok: true, compiled: { ...compiled, incoming, incomingLinks, outgoingAt, outgoing } };
};
