import type { Access, Actor } from '@xiaoer/domain/access/actor';
import type { By, Recorded } from '@xiaoer/domain/kernel/decider';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import { actingFor } from './acting-for.ts';
import { changeWrites } from './change-writes.ts';
import type { Loaded, StreamChange } from './stream-change.ts';
import type { AggregateStore, Typed } from './store.ts';

/** Who acts, when, and under which command id the events are logged. */
export type Envelope = { readonly actor: Actor; readonly now: Instant; readonly commandId: string };

export type StepResult =
  | {
      readonly kind: 'changed';
      readonly loaded: Loaded;
      readonly events: readonly Recorded<Typed>[];
      readonly context: unknown;
      /** Steps on other streams that belong to this one. */
      readonly atOnce: readonly Step[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** One command on one stream, its aggregate's types closed over, so that several kinds can stand in one list. */
export type Step = {
  readonly aggregate: string;
  readonly id: string;
  readonly expectedVersion?: number | undefined;
  readonly mintedUnder?: string | undefined;
  readonly mayShare: boolean;
  readonly load: (tx: Tx) => Promise<Loaded | undefined>;
  readonly access: (loaded: Loaded | undefined, actor: Actor) => Access;
  readonly run: (tx: Tx, loaded: Loaded | undefined, envelope: Envelope) => Promise<StepResult>;
  readonly writes: (tx: Tx, change: StreamChange) => readonly Write[];
};

/** A command on a stream. `isNew`: the id was minted for it just now, so that there is nothing to load. */
export type Target<Command> = {
  readonly id: string;
  readonly command: Command;
  readonly isNew?: boolean;
  readonly expectedVersion?: number | undefined;
};

/** The state after the events, and what each of them asks at once. */
const followed = <State, Command extends Typed, Event extends Typed, Code extends string, Context>(
  { decider, atOnce }: AggregateStore<State, Command, Event, Code, Context>,
  state: State | undefined,
  events: readonly Recorded<Event>[],
): { readonly after: State | undefined; readonly atOnce: readonly Step[] } => {
  let after = state;
  const asked: Step[] = [];
  for (const event of events) {
    const next = decider.evolve(after, event);
    asked.push(...(atOnce?.(event, next) ?? []));
    after = next;
  }
  return { after, atOnce: asked };
};

/** Binds a command to its aggregate's store. */
export const stepOf = <State, Command extends Typed, Event extends Typed, Code extends string, Context>(
  store: AggregateStore<State, Command, Event, Code, Context>,
  { id, command, expectedVersion, isNew }: Target<Command>,
): Step => ({
  aggregate: store.aggregate,
  id,
  expectedVersion,
  mintedUnder: store.mintedUnder,
  mayShare: isNew === true && store.mayShare?.(command) === true,
  load: async (tx) => {
    if (isNew) return undefined;
    const whole =
      store.keptApart === undefined
        ? 'state'
        : `state || jsonb_build_object('${store.keptApart}', "${store.keptApart}") as state`;
    const [row] = await tx.query<{ state: State; version: number }>(
      `select ${whole}, version from "${store.table}" where tenant_id = $1 and "${store.key}" = $2 for update`,
      [tx.scope.tenantId, id],
    );
    return row;
  },
  access: (loaded, actor) => store.access(actor, command.type, loaded?.state as State | undefined),
  run: async (tx, loaded, { actor, now }) => {
    const state = loaded?.state as State | undefined;
    const context = await store.context(tx, { id, state, command, actor, now });
    const decision = store.decider.decide(state, command, context);
    if (!decision.accepted) return { kind: 'refused', refusal: decision.refusal };
    const by: By = actingFor(
      actor,
      (candidate) => store.access(candidate, command.type, state) === 'allowed',
    );
    const events = decision.events.map((event) => ({ ...event, at: now, by }));
    const version = (loaded?.version ?? 0) + events.length;
    const { after, atOnce } = followed(store, state, events);
    return { kind: 'changed', loaded: { state: after, version }, events, context, atOnce };
  },
  writes: (tx, change) => changeWrites(store, tx.scope.tenantId, { id, ...change }),
});
