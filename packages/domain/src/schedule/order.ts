/** Links of a graph, by node places. */
export type Edges = {
  readonly nodes: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
};

/** Places of the edges by one of their ends: those of node n are places[at[n]] to places[at[n + 1]]. */
export const edgesBy = (end: ArrayLike<number>, nodes: number) => {
  const at = new Int32Array(nodes + 1);
  for (let edge = 0; edge < end.length; edge += 1)
    at[(end[edge] as number) + 1] = (at[(end[edge] as number) + 1] as number) + 1;
  for (let node = 0; node < nodes; node += 1) at[node + 1] = (at[node + 1] as number) + (at[node] as number);
  const next = at.slice();
  const places = new Int32Array(end.length);
  for (let edge = 0; edge < end.length; edge += 1) {
    const node = end[edge] as number;
    places[next[node] as number] = edge;
    next[node] = (next[node] as number) + 1;
  }
  return { at, places };
};

/** Nodes so that each edge's `from` comes before its `to` (Kahn); shorter than the graph when it has a cycle. */
export const topologicalOrder = ({ nodes, from, to }: Edges): Int32Array => {
  const { at, places } = edgesBy(from, nodes);
  const waiting = new Int32Array(nodes);
  for (let edge = 0; edge < to.length; edge += 1)
    waiting[to[edge] as number] = (waiting[to[edge] as number] as number) + 1;
  const order = new Int32Array(nodes);
  let length = 0;
  for (let node = 0; node < nodes; node += 1) if (waiting[node] === 0) order[length++] = node;
  for (let next = 0; next < length; next += 1) {
    const node = order[next] as number;
    for (let place = at[node] as number; place < (at[node + 1] as number); place += 1) {
      const successor = to[places[place] as number] as number;
      const left = (waiting[successor] as number) - 1;
      waiting[successor] = left;
      if (left === 0) order[length++] = successor;
    }
  }
  return order.subarray(0, length);
};

/** One cycle of a graph that has one, in the direction of its edges, from its first node on. */
export const findCycle = ({ nodes, from, to }: Edges): readonly number[] => {
  const inOrder = new Uint8Array(nodes);
  for (const node of topologicalOrder({ nodes, from, to })) inOrder[node] = 1;
  // Whoever cannot be ordered has a predecessor that cannot: going back must come round.
  const before = new Int32Array(nodes).fill(-1);
  for (let edge = 0; edge < to.length; edge += 1)
    if (inOrder[from[edge] as number] === 0) before[to[edge] as number] = from[edge] as number;
  let node = inOrder.indexOf(0);
  const seenAt = new Map<number, number>();
  const path: number[] = [];
  while (!seenAt.has(node)) {
    seenAt.set(node, path.length);
    path.push(node);
    node = before[node] as number;
  }
  const cycle = path.slice(seenAt.get(node)).reverse();
  const first = cycle.indexOf(cycle.reduce((least, node) => Math.min(least, node)));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
};
