import type { DemandItem } from '../light-of.ts';

/** The five that a leader looks at: more than five nobody reads on a phone. */
export const SHOWN = 5;

const URGENCY = { critical: 0, urgent: 1, general: 2 } as const;

/** Overdue ones first, each once, the more urgent before the others, then by how long they are late. */
export const mostPressing = (
  lists: readonly (readonly DemandItem[])[],
  gone: ReadonlySet<string>,
): readonly DemandItem[] => {
  const each = new Map(lists.flat().map((item) => [item.id, item] as const));
  return [...each.values()]
    .filter(({ id, status }) => !gone.has(id) && status !== 'closed')
    .sort((one, two) =>
      one.urgency === two.urgency
        ? one.dueAt < two.dueAt
          ? -1
          : 1
        : URGENCY[one.urgency] - URGENCY[two.urgency],
    );
};
