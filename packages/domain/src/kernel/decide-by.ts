import type { Decision } from './decision.ts';
import { refused } from './decision.ts';

type Typed = { readonly type: string };

/** Every command type of an aggregate stands in exactly one of the two tables: it opens a new one, or changes an existing one. */
export type Rules<
  State,
  Command extends Typed,
  Event,
  Code extends string,
  Context,
  Opening extends Command['type'],
> = {
  readonly opening: {
    readonly [Type in Opening]: (
      command: Extract<Command, { type: Type }>,
      context: Context,
    ) => Decision<Event, Code>;
  };
  readonly changing: {
    readonly [Type in Exclude<Command['type'], Opening>]: (
      state: State,
      command: Extract<Command, { type: Type }>,
      context: Context,
    ) => Decision<Event, Code>;
  };
  readonly missing: Code;
  readonly existing: Code;
};

type OpeningRule<Command, Event, Code extends string, Context> =
  | ((command: Command, context: Context) => Decision<Event, Code>)
  | undefined;
type ChangingRule<State, Command, Event, Code extends string, Context> = (
  state: State,
  command: Command,
  context: Context,
) => Decision<Event, Code>;

/** `decide` of an aggregate from its complete table of rules. */
export const decideBy =
  <State, Command extends Typed, Event, Code extends string, Context, Opening extends Command['type']>(
    rules: Rules<State, Command, Event, Code, Context, Opening>,
  ) =>
  (state: State | undefined, command: Command, context: Context): Decision<Event, Code> => {
    const open = (
      rules.opening as unknown as Readonly<Record<string, OpeningRule<Command, Event, Code, Context>>>
    )[command.type];
    if (open !== undefined) return state === undefined ? open(command, context) : refused(rules.existing);
    if (state === undefined) return refused(rules.missing);
    const change = (
      rules.changing as unknown as Record<Command['type'], ChangingRule<State, Command, Event, Code, Context>>
    )[command.type as Command['type']];
    return change(state, command, context);
  };
