import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../execute/logged-events.ts';
import { transact, type Tx } from '../db/transact.ts';
import { zoneNow } from '../db/zone-clock.ts';
import { writeBatch } from '../db/write-batch.ts';
import { runSteps } from '../execute/run-steps.ts';
import { eachZone, type ZoneFailure } from './each-zone.ts';
import { insertNotices, type Told } from './insert-notices.ts';
import { stateColumn, systemActor, type LoggedEvent, type Registry } from './registry.ts';

export type WorkerDeps = ZoneFailure & {
  readonly pool: pg.Pool;
  readonly newId: () => string;
  readonly registry: Registry;
  /** A follow-up that its aggregate refused: said in the log, never repeated. */
  readonly onRefused: (followUp: { aggregate: string; id: string; command: string; code: string }) => void;
  /** False in a replay: people of the past are sent no mail. */
  readonly outside?: boolean;
};

const BATCH = 64;

/**
 * Takes events away from the outbox, in the order in which they came, each with the state its stream has now; a rollback
 * brings them back.
 */
const claim = async (tx: Tx, registry: Registry): Promise<readonly LoggedEvent[]> => {
  const rows = await tx.query<LogRow & { readonly state: unknown }>(
    // The fence keeps the log a look-up by key for each event, also under a plan made while it was empty.
    `with taken as (
       select outbox_id from outbox where tenant_id = $1 order by outbox_id limit ${BATCH} for update skip locked),
     gone as (delete from outbox o using taken t where o.outbox_id = t.outbox_id returning o.*)
     select ${LOG_COLUMNS.replaceAll(/\w+/g, 'l.$&')}, ${stateColumn(registry, 'l')}
     from gone g cross join lateral (
       select ${LOG_COLUMNS} from event_log
       where tenant_id = $1 and stream_id = g.stream_id and version = g.version offset 0) as l
     order by g.outbox_id`,
    [tx.scope.tenantId],
  );
  return rows.map((row) => ({
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

/** One batch of one tenant's events. */
export const drainTenant = (deps: WorkerDeps, tenantId: TenantId, now: Instant): Promise<Drained> =>
  transact<Drained>(deps.pool, { tenantId }, async (tx) => {
    const events = await claim(tx, deps.registry);
    if (events.length === 0) return { answer: { events: 0, notices: 0, isEmpty: true }, keep: false };
    const told: Told[] = [];
    let followUps = 0;
    for (const logged of events) {
      followUps += await runFollowUps(tx, deps, { logged, now });
      const drafts = (await deps.registry.get(logged.aggregate)?.notices?.(tx, logged)) ?? [];
      const { streamId, version } = logged;
      told.push({ drafts, streamId, cause: String(version), now });
    }
    const notices = await insertNotices(tx, told, { now, outside: deps.outside ?? true });
    const isEmpty = events.length < BATCH && followUps === 0;
    return { answer: { events: events.length, notices, isEmpty }, keep: true };
  });

/**
 * Hands committed events to what follows from them: reactions as new commands, notices. One transaction per tenant and
 * batch claims, acts and deletes, so that each happens exactly once whatever crashes. Answers with what it did.
 */
export const drainOutbox = async (
  deps: WorkerDeps,
  now: Instant,
): Promise<{ events: number; notices: number }> => {
  const { rows } = await deps.pool.query<{ tenant_id: TenantId; behind: number }>(
    `select tenant_id, coalesce(clock_behind_ms, 0) as behind
     from (select distinct tenant_id from outbox) waiting left join tenant using (tenant_id) order by 1`,
  );
  const total = { events: 0, notices: 0 };
  await eachZone(rows, deps, async ({ tenant_id, behind }) => {
    const done = await drainTenant(deps, tenant_id, zoneNow(now, behind));
    total.events += done.events;
    total.notices += done.notices;
  });
  return total;
};
