import type { Access, Actor } from '@xiaoer/domain/access/actor';
import type { Decider, Recorded } from '@xiaoer/domain/kernel/decider';
import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import type { Step } from './step.ts';

export type Typed = { readonly type: string };

/** What a decision is about to judge; `context` loads the facts it needs, locked when they must not change. */
export type Situation<State, Command> = {
  readonly id: string;
  readonly state: State | undefined;
  readonly command: Command;
  readonly actor: Actor;
  readonly now: Instant;
};

export type Change<State, Event> = {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly before: State | undefined;
  readonly after: State;
  readonly events: readonly Recorded<Event>[];
  /** The stream's version after the change, and when it happened. */
  readonly version: number;
  readonly now: Instant;
};

export type DueMoment = { readonly step: string; readonly dueAt: Instant };

/** How one aggregate is kept. `table` holds tenant_id, `key`, version, state and the columns derived from the state. */
export type AggregateStore<
  State,
  Command extends Typed,
  Event extends Typed,
  Code extends string,
  Context,
> = {
  readonly aggregate: string;
  readonly table: string;
  readonly key: string;
  readonly decider: Decider<State, Command, Event, Code, Context>;
  readonly access: (actor: Actor, commandType: Command['type'], state: State | undefined) => Access;
  readonly context: (tx: Tx, situation: Situation<State, Command>) => Promise<Context>;
  /** Typed columns beside `state`; the same for equal states. */
  readonly columns: (state: State) => Readonly<Record<string, unknown>>;
  /** Columns that `verify` cannot compare: made of what is not in the log, or kept in a form of the database's own. */
  readonly unverified?: readonly string[];
  /** Whose row it is, for row-level security and the log. */
  readonly enterpriseOf?: (state: State) => EnterpriseId | undefined;
  /** Moments at which the clock itself must act, all of them, as of this state and set-up. */
  readonly dueMoments?: (state: State, context: Context) => readonly DueMoment[];
  /** Further rows this change writes: projections, links, fingerprints. */
  readonly projections?: (change: Change<State, Event>) => readonly Write[];
  /**
   * What is true of other streams in the same moment: steps that the program itself takes in the same transaction. One that
   * is refused has nothing left to do.
   */
  readonly atOnce?: (event: Recorded<Event>, state: State) => readonly Step[];
  /** Set-up that is cached per tenant: a change from or to such a state makes every process read it anew. */
  readonly isConfiguration?: (state: State) => boolean;
  /**
   * Whether a command that makes a new record may share a transaction with others of its kind: it takes no lock by which it
   * would keep one of them from what it decides on.
   */
  readonly mayShare?: (command: Command) => boolean;
  /** The unique constraint over what the server mints for a new record: whoever runs into it mints again. */
  readonly mintedUnder?: string;
  /**
   * A field of state and events, and a column of the table: its value stands in the column alone, null in `state` and
   * in the log, so that it can be erased without touching what is sealed.
   */
  readonly keptApart?: string;
};
