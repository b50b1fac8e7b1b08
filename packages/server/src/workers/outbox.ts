import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../execute/logged-events.ts';
import { settled } from '../db/settled.ts';
import { transact, type Tx } from '../db/transact.ts';
import { zoneNow } from '../db/zone-clock.ts';
import { writeBatch } from '../db/write-batch.ts';
import { runSteps } from '../execute/run-steps.ts';
import { eachZone, type ZoneFailure } from './each-zone.ts';
import { insertNotices, type Told } from './insert-notices.ts';
import { isPassing } from './passing-failure.ts';
import { noteFailure, type FailingEvent } from './set-aside.ts';
import { stateColumn, systemActor, type LoggedEvent, type Registry } from './registry.ts';

export type WorkerDeps = ZoneFailure & {
  readonly pool: pg.Pool;
  readonly newId: () => string;
  readonly registry: Registry;
  /** A follow-up that its aggregate refused: said in the log, never repeated. */
  readonly onRefused: (followUp: { aggregate: string; id: string; command: string; code: string }) => void;
  /** An event from which nothing can follow: it is tried again later, and in the end set aside. Thrown where nobody listens. */
  readonly onFailing?: (failing: FailingEvent) => void;
  /** False in a replay: people of the past are sent no mail. */
  readonly outside?: boolean;
};

const BATCH = 64;
/** Written into the statement, so that it is planned for few rows. */
type Most = typeof BATCH | 1;

/**
 * Rows of `o` that may be followed up at $2: neither waiting to be tried again nor behind an earlier event of their stream
 * that is. What follows from a stream follows in its order: a package that reopens with its part must not do so after the
 * part has closed again.
 */
const READY = `(o.next_at is null or o.next_at <= $2) and not exists (
  select from outbox f where f.tenant_id = o.tenant_id and f.stream_id = o.stream_id
    and f.next_at > $2 and f.outbox_id < o.outbox_id)`;

type Waiting = { readonly tenantId: TenantId; readonly now: Instant; readonly realNow: Instant };
type ClaimedEvent = LoggedEvent & { readonly outboxId: number };

/**
 * Takes events away from the outbox, in the order in which they came, each with the state its stream has now; a rollback
 * brings them back.
 */
const claim = async (
  tx: Tx,
  registry: Registry,
  { realNow, most }: { readonly realNow: Instant; readonly most: Most },
): Promise<readonly ClaimedEvent[]> => {
  const [, rows] = await Promise.all([
    // Few rows are expected where mostly none are: it would read and sort all that wait instead of walking to the limit.
    tx.query('set local enable_sort = off'),
    tx.query<LogRow & { readonly outbox_id: number; readonly state: unknown }>(
      // The fence keeps the log a look-up by key for each event, also under a plan made while it was empty.
      `with taken as (
         select ctid from outbox o where o.tenant_id = $1 and ${READY}
         order by outbox_id limit ${most} for update skip locked),
       gone as (delete from outbox o where o.ctid = any(array(select ctid from taken)) returning o.*)
       select g.outbox_id, ${LOG_COLUMNS.replaceAll(/\w+/g, 'l.$&')}, ${stateColumn(registry, 'l')}
       from gone g cross join lateral (
         select ${LOG_COLUMNS} from event_log
         where tenant_id = $1 and stream_id = g.stream_id and version = g.version offset 0) as l
       order by g.outbox_id`,
      [tx.scope.tenantId, realNow],
    ),
    tx.query('set local enable_sort = on'),
  ]);
  return rows.map((row) => ({
    outboxId: row.outbox_id,
    aggregate: row.aggregate,
    streamId: row.stream_id,
    version: row.version,
    event: recordedOf(row),
    state: row.state ?? undefined,
  }));
};

const runFollowUps = async (
  tx: Tx,
  deps: WorkerDeps,
  { logged, now }: { logged: LoggedEvent; now: Instant },
): Promise<number> => {
  const followUps = (await deps.registry.get(logged.aggregate)?.reactions?.(tx, logged)) ?? [];
  for (const { aggregate, id, command } of followUps) {
    const step = deps.registry.get(aggregate)?.step(id, command);
    if (step === undefined) continue;
    const outcome = await runSteps(tx, [step], { actor: systemActor(tx), now, commandId: deps.newId() });
    if (outcome.kind === 'done') await writeBatch(tx, outcome.writes);
    else {
      const code = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
      deps.onRefused({ aggregate, id, command: command.type, code });
    }
  }
  return followUps.length;
};

export type Drained = {
  readonly events: number;
  readonly notices: number;
  /** Nothing was left over and nothing new followed. */
  readonly isEmpty: boolean;
};

/** What follows from the events, all of it or nothing. */
const followAll = async (
  tx: Tx,
  deps: WorkerDeps,
  { events, now }: { readonly events: readonly LoggedEvent[]; readonly now: Instant },
) => {
  let followUps = 0;
  for (const logged of events) followUps += await runFollowUps(tx, deps, { logged, now });
  const told = await settled(
    events.map(async (logged): Promise<Told> => {
      const { aggregate, streamId, version } = logged;
      const drafts = (await deps.registry.get(aggregate)?.notices?.(tx, logged)) ?? [];
      return { drafts, streamId, cause: String(version), now };
    }),
  );
  return { followUps, notices: await insertNotices(tx, told, { now, outside: deps.outside ?? true }) };
};

const NOTHING: Drained = { events: 0, notices: 0, isEmpty: true };

/** So many of one tenant's events, in one transaction. `claimed` learns which, also when what follows from them fails. */
const drainSome = (
  deps: WorkerDeps,
  { tenantId, now, realNow }: Waiting,
  { most, claimed }: { readonly most: Most; readonly claimed?: (event: ClaimedEvent | undefined) => void },
): Promise<Drained> =>
  transact<Drained>(deps.pool, { tenantId }, async (tx) => {
    const events = await claim(tx, deps.registry, { realNow, most });
    claimed?.(events[0]);
    if (events.length === 0) return { answer: NOTHING, keep: false };
    const { followUps, notices } = await followAll(tx, deps, { events, now });
    const isEmpty = events.length < most && followUps === 0;
    return { answer: { events: events.length, notices, isEmpty }, keep: true };
  });

/** One batch of one tenant's events. */
export const drainTenant = (deps: WorkerDeps, tenantId: TenantId, now: Instant): Promise<Drained> =>
  drainSome(deps, { tenantId, now, realNow: now }, { most: BATCH });

/** A batch failed: each of its events for itself, so that only what fails waits, and what stands behind it in its stream. */
const drainSingly = async (
  deps: WorkerDeps,
  waiting: Waiting,
  onFailing: (failing: FailingEvent) => void,
): Promise<Drained> => {
  const total = { events: 0, notices: 0, isEmpty: false };
  for (let left = BATCH; left > 0; left -= 1) {
    let event: ClaimedEvent | undefined;
    const done = await drainSome(deps, waiting, { most: 1, claimed: (one) => (event = one) }).catch(
      async (error: unknown) => {
        if (event === undefined || isPassing(error)) throw error;
        onFailing(await noteFailure(deps.pool, { ...event, tenantId: waiting.tenantId }, { error, waiting }));
        return NOTHING;
      },
    );
    if (event === undefined) break;
    total.events += done.events;
    total.notices += done.notices;
  }
  return total;
};

/**
 * Hands committed events to what follows from them: reactions as new commands, notices. One transaction per tenant and
 * batch claims, acts and deletes, so that each happens exactly once whatever crashes. Answers with what it did.
 */
export const drainOutbox = async (deps: WorkerDeps, now: Instant): Promise<Drained> => {
  const { rows } = await deps.pool.query<{ tenant_id: TenantId; behind: number }>(
    // With its limit each zone's look ends at the first event, however many wait.
    `select tenant_id, coalesce(clock_behind_ms, 0) as behind from tenant t cross join lateral (
       select from outbox o where o.tenant_id = t.tenant_id and (o.next_at is null or o.next_at <= $1) limit 1) waiting
     order by 1`,
    [now],
  );
  const total = { ...NOTHING };
  await eachZone(rows, deps, async ({ tenant_id: tenantId, behind }) => {
    const waiting = { tenantId, now: zoneNow(now, behind), realNow: now };
    const { onFailing } = deps;
    const whole = drainSome(deps, waiting, { most: BATCH });
    const done = await (onFailing === undefined
      ? whole
      : whole.catch((error: unknown) => {
          if (isPassing(error)) throw error;
          return drainSingly(deps, waiting, onFailing);
        }));
    total.events += done.events;
    total.notices += done.notices;
    total.isEmpty &&= done.isEmpty;
  });
  return total;
};
