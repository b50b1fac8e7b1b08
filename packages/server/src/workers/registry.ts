import type { Actor } from '@xiaoer/domain/access/actor';
import type { Recorded } from '@xiaoer/domain/kernel/decider';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Tx } from '../db/transact.ts';
import type { Step } from '../execute/step.ts';
import type { AggregateStore, DueMoment, Typed } from '../execute/store.ts';
import { stepOf } from '../execute/step.ts';

/** A notice for one person; `facts` fill the sentence that the kind stands for. */
export type NoticeDraft = {
  readonly personId: PersonId;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** An event as the workers meet it: in its stream, with the state the stream has now. */
export type LoggedEvent = {
  readonly aggregate: string;
  readonly streamId: string;
  readonly version: number;
  readonly event: Recorded<Typed>;
  readonly state: unknown;
};

export type ReachedMoment = { readonly step: string; readonly state: unknown; readonly now: Instant };
export type Reached = {
  readonly command?: Typed | undefined;
  readonly notices: readonly NoticeDraft[];
  /** Moments of the stream that could not be known before. */
  readonly moments?: readonly DueMoment[];
};

export type FollowUp = { readonly aggregate: string; readonly id: string; readonly command: Typed };

/** What the workers and `verify` need to know of one aggregate, its types closed over. */
export type RegisteredAggregate = {
  readonly aggregate: string;
  readonly table: string;
  readonly key: string;
  readonly step: (id: string, command: Typed) => Step;
  readonly evolve: (state: unknown, event: Recorded<Typed>) => unknown;
  readonly columns: (state: unknown) => Readonly<Record<string, unknown>>;
  readonly unverified: readonly string[];
  /** What a due moment that has come does: a command, notices, or nothing any more. */
  readonly reached: ((tx: Tx, moment: ReachedMoment) => Promise<Reached>) | undefined;
  readonly notices: ((tx: Tx, logged: LoggedEvent) => Promise<readonly NoticeDraft[]>) | undefined;
  /** Commands on other aggregates that follow from an event; loaded facts come from the transaction. */
  readonly reactions: ((tx: Tx, logged: LoggedEvent) => Promise<readonly FollowUp[]>) | undefined;
};

export type Registry = ReadonlyMap<string, RegisteredAggregate>;

type Extras = {
  readonly reached?: RegisteredAggregate['reached'];
  readonly notices?: RegisteredAggregate['notices'];
  readonly reactions?: RegisteredAggregate['reactions'];
};

/** Closes over an aggregate's types: the one place where stored JSON is taken for the state that was stored. */
export const registered = <State, Command extends Typed, Event extends Typed, Code extends string, Context>(
  store: AggregateStore<State, Command, Event, Code, Context>,
  extras: Extras = {},
): RegisteredAggregate => ({
  aggregate: store.aggregate,
  table: store.table,
  key: store.key,
  step: (id, command) => stepOf(store, { id, command: command as Command }),
  evolve: (state, event) => store.decider.evolve(state as State | undefined, event as Recorded<Event>),
  columns: (state) => store.columns(state as State),
  unverified: store.unverified ?? [],
  reached: extras.reached,
  notices: extras.notices,
  reactions: extras.reactions,
});

export const registryOf = (...aggregates: readonly RegisteredAggregate[]): Registry =>
  new Map(aggregates.map((entry) => [entry.aggregate, entry]));

/**
 * SQL for the state that a row's stream has now; the row names its aggregate and its stream, $1 is the tenant. Locked, it is
 * null while somebody else holds the stream: who has locked another row already may not wait for this one.
 */
export const stateColumn = (
  registry: Registry,
  row: string,
  lock: '' | 'for update skip locked' = '',
): string => {
  const choices = [...registry.values()].map(
    ({ aggregate, table, key }) =>
      `when '${aggregate}' then (select state from "${table}" where tenant_id = $1 and "${key}" = ${row}.stream_id ${lock})`,
  );
  return `case ${row}.aggregate ${choices.join(' ')} end as state`;
};

export const systemActor = (tx: Tx): Actor => ({ kind: 'system', tenantId: tx.scope.tenantId });
