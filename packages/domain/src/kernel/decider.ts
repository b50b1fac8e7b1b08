import type { Instant } from '../time/instant.ts';
import type { Decision } from './decision.ts';
import type { PersonId } from './ids.ts';

/** Who did it: the person, and the person they stood in for when acting as a delegate. Absent for the system itself. */
export type By = { readonly personId: PersonId; readonly onBehalfOf?: PersonId } | { readonly system: true };

/** An event as it stands in the log: stamped by the write path, never by `decide`. */
export type Recorded<Event> = Event & { readonly at: Instant; readonly by: By };

/**
 * One aggregate: `decide` judges a command against the state, `evolve` folds a recorded event into it.
 * Both are pure and total. `Facts` are what a decision needs from outside the aggregate, loaded inside the transaction.
 */
export type Decider<
  State,
  Command extends { readonly type: string },
  Event extends { readonly type: string },
  Code extends string,
  Context,
> = {
  readonly decide: (state: State | undefined, command: Command, context: Context) => Decision<Event, Code>;
  readonly evolve: (state: State | undefined, event: Recorded<Event>) => State;
};
