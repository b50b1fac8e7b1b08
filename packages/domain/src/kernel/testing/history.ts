import type { Decider, Recorded } from '../decider.ts';
import type { Id } from '../ids.ts';
import { invariant } from '../invariant.ts';
import type { Instant } from '../../time/instant.ts';

/** A readable stand-in for a minted id. */
export const id = <Name extends string>(text: string): Id<Name> => text as Id<Name>;

/** An event as the write path would stamp it. */
export const recorded = <Event>(event: Event): Recorded<Event> => ({
  ...event,
  at: '2022-06-01T09:00:00.000+08:00' as Instant,
  by: { system: true },
});

type Typed = { readonly type: string };

/** The state after commands that are all accepted, folded from the events they made. */
export const after = <State, Command extends Typed, Event extends Typed, Code extends string, Context>(
  decider: Decider<State, Command, Event, Code, Context>,
  context: NoInfer<Context>,
  commands: readonly NoInfer<Command>[],
): State => {
  let state: State | undefined;
  for (const command of commands) {
    const decision = decider.decide(state, command, context);
    invariant(decision.accepted, `refused: ${command.type} ${JSON.stringify(decision)}`);
    for (const event of decision.events) state = decider.evolve(state, recorded(event));
  }
  invariant(state !== undefined, 'no command given');
  return state;
};
