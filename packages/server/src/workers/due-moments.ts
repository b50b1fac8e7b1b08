import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, millisecondsBetween, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { transact, type Tx } from '../db/transact.ts';
import { zoneNow } from '../db/zone-clock.ts';
import { writeBatch } from '../db/write-batch.ts';
import { dueWrites } from '../execute/change-writes.ts';
import { runSteps } from '../execute/run-steps.ts';
import { eachZone } from './each-zone.ts';
import type { WorkerDeps } from './outbox.ts';
import { insertNotices } from './insert-notices.ts';
import { isPassing } from './passing-failure.ts';
import { stateColumn, systemActor, type Registry } from './registry.ts';

type DueRow = {
  readonly stream_id: string;
  readonly step: string;
  readonly aggregate: string;
  readonly due_at: Instant;
  /** Null when its aggregate is not kept any more, or a command holds the stream. */
  readonly state: unknown;
};

export type DueClock = {
  readonly now: Instant;
  /** In a replay the command is dated at its due moment; live, at the time it is carried out. */
  readonly dated: 'now' | 'dueAt';
};

/** Takes the earliest away; a rollback brings it back. */
const claimOne = async (tx: Tx, registry: Registry, now: Instant): Promise<DueRow | undefined> => {
  const [row] = await tx.query<DueRow>(
    `with stream as (
       select stream_id, aggregate, moments from due where tenant_id = $1 and next_at <= $2
       order by next_at, stream_id limit 1 for update skip locked),
     first as (
       select s.stream_id, s.aggregate, s.moments, m.key as step, m.value::timestamptz as due_at, s.moments - m.key as others
       from stream s cross join lateral jsonb_each_text(s.moments) m order by due_at, step limit 1),
     gone as (
       delete from due d using first f where d.tenant_id = $1 and d.stream_id = f.stream_id and f.others = '{}'),
     kept as (
       update due d set moments = f.others, next_at = (select min(value::timestamptz) from jsonb_each_text(f.others))
       from first f where d.tenant_id = $1 and d.stream_id = f.stream_id and f.others <> '{}')
     select f.stream_id, f.step, f.aggregate, f.due_at, ${stateColumn(registry, 'f', 'for update skip locked')} from first f`,
    [tx.scope.tenantId, now],
  );
  return row;
};

/** Does what the moment stands for: its command, its notices. */
const carryOut = async (
  tx: Tx,
  deps: WorkerDeps,
  { row, now }: { row: DueRow; now: Instant },
): Promise<void> => {
  const { aggregate, stream_id: id, step } = row;
  const entry = deps.registry.get(aggregate);
  const reached = await entry?.reached?.(tx, { step, state: row.state ?? undefined, now });
  if (entry === undefined || reached === undefined) return;
  const told = { drafts: reached.notices, streamId: id, cause: `${step}@${row.due_at}`, now };
  await insertNotices(tx, [told], { now, outside: deps.outside ?? true });
  const stream = { tenant_id: tx.scope.tenantId, stream_id: id, aggregate };
  await writeBatch(tx, dueWrites(stream, [], reached.moments ?? []));
  if (reached.command === undefined) return;
  const envelope = { actor: systemActor(tx), now, commandId: deps.newId() };
  const outcome = await runSteps(tx, [entry.step(id, reached.command)], envelope);
  if (outcome.kind === 'done') await writeBatch(tx, outcome.writes);
  else if (outcome.kind === 'refused')
    deps.onRefused({ aggregate, id, command: reached.command.type, code: outcome.refusal.code });
};

/**
 * Carries out the tenant's earliest due moment in one transaction: the moment goes, the command's rows come. A moment whose
 * command is refused is over too. Answers with its due time; undefined when nothing is due.
 */
export const reachDueMoment = (
  deps: WorkerDeps,
  tenantId: TenantId,
  { now, dated, claimed }: DueClock & { readonly claimed?: (row: DueRow | undefined) => void },
): Promise<Instant | undefined> =>
  transact<Instant | undefined>(deps.pool, { tenantId }, async (tx) => {
    const row = await claimOne(tx, deps.registry, now);
    claimed?.(row);
    // A command holds the stream, and will want its due row: the moment comes again at the next look.
    const isHeld = row?.state === null && deps.registry.has(row.aggregate);
    if (row === undefined || isHeld) return { answer: undefined, keep: false };
    await carryOut(tx, deps, { row, now: dated === 'now' ? now : row.due_at });
    return { answer: row.due_at, keep: true };
  });

export type Pace = {
  /** How many moments are carried out side by side; each is a transaction of its own. */
  readonly lanes: number;
  /** After so many of a tenant the rest waits for the next look, so that nothing else waits for them. */
  readonly most: number;
};

const ONE_BY_ONE: Pace = { lanes: 1, most: Infinity };

/** A stream whose moment fails is looked at again after as long as the moment is late, from a minute to an hour. */
const SOONEST_AGAIN_MINUTES = 1;
const LATEST_AGAIN_MINUTES = 60;

type OfTenant = { readonly tenantId: TenantId; readonly now: Instant };

const postpone = async (pool: Pool, { tenantId, now }: OfTenant, row: DueRow): Promise<void> => {
  const late = millisecondsBetween(row.due_at, now) / 60_000;
  const minutes = Math.min(Math.max(late, SOONEST_AGAIN_MINUTES), LATEST_AGAIN_MINUTES);
  await pool.query('update due set next_at = $3 where tenant_id = $1 and stream_id = $2 and next_at <= $4', [
    tenantId,
    row.stream_id,
    addMinutes(now, minutes),
    now,
  ]);
};

/** Reaches the earliest moment. One that fails is told of and waits, so that no other waits for it; thrown where nobody listens. */
const reachNext = async (deps: WorkerDeps, tenant: OfTenant): Promise<Instant | undefined> => {
  let row: DueRow | undefined;
  const claimed = (one: DueRow | undefined) => void (row = one);
  try {
    return await reachDueMoment(deps, tenant.tenantId, { now: tenant.now, dated: 'now', claimed });
  } catch (error) {
    if (row === undefined || deps.onFailed === undefined || isPassing(error)) throw error;
    await postpone(deps.pool, tenant, row);
    deps.onFailed(error);
    return row.due_at;
  }
};

const reachOf = async (deps: WorkerDeps, tenant: OfTenant, { lanes, most }: Pace): Promise<number> => {
  let reached = 0;
  const lane = async (): Promise<void> => {
    while (reached < most) {
      if ((await reachNext(deps, tenant)) === undefined) return;
      reached += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return reached;
};

/** Every tenant's due moments up to now on its own clock. */
export const reachDueMoments = async (
  deps: WorkerDeps,
  now: Instant,
  pace: Pace = ONE_BY_ONE,
): Promise<number> => {
  const { rows } = await deps.pool.query<{ tenant_id: TenantId; behind: number }>(
    `select tenant_id, coalesce(clock_behind_ms, 0) as behind from tenant t
     where exists (select from due d where d.tenant_id = t.tenant_id
       and d.next_at <= $1::timestamptz - make_interval(secs => coalesce(t.clock_behind_ms, 0) / 1000.0)) order by 1`,
    [now],
  );
  let reached = 0;
  await eachZone(rows, deps, async ({ tenant_id, behind }) => {
    reached += await reachOf(deps, { tenantId: tenant_id, now: zoneNow(now, behind) }, pace);
  });
  return reached;
};
