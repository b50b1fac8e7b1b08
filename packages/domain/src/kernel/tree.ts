/** A tree as child -> parent; roots have no parent. */
export type Tree<Id extends string> = ReadonlyMap<Id, Id | undefined>;

/** From the node up to its root, the node first. Stops where a parent is unknown, and never runs in a circle. */
export const pathToRoot = <Id extends string>(tree: Tree<Id>, id: Id): readonly Id[] => {
  const path: Id[] = [];
  for (let at: Id | undefined = id; at !== undefined && tree.has(at) && !path.includes(at); at = tree.get(at))
    path.push(at);
  return path;
};

/** The node and everything below it; nothing when the node is unknown. */
export const subtree = <Id extends string>(tree: Tree<Id>, root: Id): readonly Id[] => {
  if (!tree.has(root)) return [];
  const children = new Map<Id, Id[]>();
  for (const [child, parent] of tree) {
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found = new Set<Id>([root]);
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
  return [...found];
};
