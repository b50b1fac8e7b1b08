import type { By, Recorded } from '@xiaoer/domain/kernel/decider';
import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Write } from '../db/write-batch.ts';
import type { AggregateStore, DueMoment, Typed } from './store.ts';
import type { StreamChange } from './stream-change.ts';

const actorColumns = (by: By) =>
  'system' in by
    ? { actor_id: null, on_behalf_of: null }
    : { actor_id: by.personId, on_behalf_of: by.onBehalfOf ?? null };

const payloadOf = ({ type: _type, at: _at, by: _by, ...payload }: Recorded<Typed>): object => payload;

/** What is stored of a state or an event: without the value that is kept apart. */
const withoutApart = <Value extends object>(value: Value, field: string | undefined): object =>
  field === undefined || !Object.hasOwn(value, field) ? value : { ...value, [field]: null };

const apartColumn = (state: object, field: string | undefined): object =>
  field === undefined ? {} : { [field]: (state as Readonly<Record<string, unknown>>)[field] ?? null };

/** Of a stream's moments those that are null go, the others come. Moments that were reached stay away. */
const mergeDue = (source: string): string =>
  `insert into due (tenant_id, stream_id, aggregate, next_at, moments)
   select tenant_id, stream_id, aggregate, next_at, moments from ${source}
   on conflict (tenant_id, stream_id) do update set
     moments = jsonb_strip_nulls(due.moments || excluded.moments),
     next_at = (select min(value::timestamptz)
       from jsonb_each_text(jsonb_strip_nulls(due.moments || excluded.moments)))`;

const earliest = (moments: readonly DueMoment[]): Instant | null =>
  moments.reduce<Instant | null>(
    (first, { dueAt }) => (first === null || dueAt < first ? dueAt : first),
    null,
  );

const byStep = (moments: readonly DueMoment[]): Readonly<Record<string, Instant>> =>
  Object.fromEntries(moments.map(({ step, dueAt }) => [step, dueAt]));

/** What brings a stream's row from the moments it had to those it has; `before` is undefined of a new stream. */
export const dueWrites = (
  stream: { readonly tenant_id: TenantId; readonly stream_id: string; readonly aggregate: string },
  before: readonly DueMoment[] | undefined,
  after: readonly DueMoment[],
): readonly Write[] => {
  const row = (moments: readonly DueMoment[], ended = {}) => [
    { ...stream, next_at: earliest(moments), moments: { ...ended, ...byStep(moments) } },
  ];
  if (before === undefined) return after.length === 0 ? [] : [{ table: 'due', insert: row(after) }];
  const { aggregate: _aggregate, ...key } = stream;
  if (after.length === 0)
    return before.length === 0 ? [] : [{ table: 'due', remove: [key], key: ['tenant_id', 'stream_id'] }];
  const had = new Map(before.map(({ step, dueAt }) => [step, dueAt]));
  const moved = after.filter(({ step, dueAt }) => had.get(step) !== dueAt);
  for (const { step } of after) had.delete(step);
  if (moved.length === 0 && had.size === 0) return [];
  const ended = Object.fromEntries([...had.keys()].map((step) => [step, null]));
  return [{ table: 'due', rows: row(moved, ended), statement: mergeDue }];
};

const configurationWrite = (tenantId: TenantId, commandId: string): Write => ({
  table: 'configuration_version',
  upsert: [{ tenant_id: tenantId, command_id: commandId }],
  key: ['tenant_id'],
});

type Logging = StreamChange & {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly aggregate: string;
  readonly keptApart: string | undefined;
  readonly enterpriseId: EnterpriseId | null;
};

/** The events, and that they wait to be sealed and followed. */
const logWrites = (logging: Logging): readonly Write[] => {
  const { tenantId, id, aggregate, events, after, commandId, keptApart, enterpriseId } = logging;
  const first = after.version - events.length + 1;
  const keys = events.map((_, index) => ({ tenant_id: tenantId, stream_id: id, version: first + index }));
  const rows = events.map((event, index) => ({
    ...keys[index],
    aggregate,
    type: event.type,
    schema_version: 1,
    data: withoutApart(payloadOf(event), keptApart),
    ...actorColumns(event.by),
    recorded_at: event.at,
    command_id: commandId,
    enterprise_id: enterpriseId,
  }));
  return [
    { table: 'unsealed', insert: keys },
    { table: 'outbox', insert: keys },
    { table: 'event_log', insert: rows },
  ];
};

type Stored = {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly version: number;
  readonly isNew: boolean;
};

const stateWrite = <State, Command extends Typed, Event extends Typed, Code extends string, Context>(
  store: AggregateStore<State, Command, Event, Code, Context>,
  state: State,
  { tenantId, id, version, isNew }: Stored,
): Write => {
  const row = {
    tenant_id: tenantId,
    [store.key]: id,
    version,
    state: withoutApart(state as object, store.keptApart),
    ...apartColumn(state as object, store.keptApart),
    ...store.columns(state),
  };
  const { table } = store;
  return isNew ? { table, insert: [row] } : { table, update: [row], key: ['tenant_id', store.key] };
};

/** Every row one changed stream writes: log, outbox, unsealed, state, due moments, projections. */
export const changeWrites = <State, Command extends Typed, Event extends Typed, Code extends string, Context>(
  store: AggregateStore<State, Command, Event, Code, Context>,
  tenantId: TenantId,
  change: StreamChange & { readonly id: string },
): readonly Write[] => {
  const { id, now, commandId } = change;
  const { version } = change.after;
  const { aggregate, keptApart } = store;
  const before = change.before?.state as State | undefined;
  const after = change.after.state as State;
  const events = change.events as readonly Recorded<Event>[];
  const enterpriseId = store.enterpriseOf?.(after) ?? null;
  const moments = (state: State) => store.dueMoments?.(state, change.context as Context) ?? [];
  const isSetUp = [before, after].some((state) => state !== undefined && store.isConfiguration?.(state));
  const stream = { tenant_id: tenantId, stream_id: id, aggregate };
  return [
    stateWrite(store, after, { tenantId, id, version, isNew: before === undefined }),
    ...dueWrites(stream, before && moments(before), moments(after)),
    ...(isSetUp ? [configurationWrite(tenantId, commandId)] : []),
    ...(store.projections?.({ tenantId, id, before, after, events, version, now }) ?? []),
    // PostgreSQL writes the last first: who makes what somebody else has just made learns it from the key of the log.
    ...logWrites({ ...change, tenantId, aggregate, keptApart, enterpriseId }),
  ];
};
