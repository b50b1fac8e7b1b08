import type { Actor } from '@xiaoer/domain/access/actor';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { actorOf } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { read } from '../db/transact.ts';
import { executeCommand } from '../execute/execute-command.ts';
import type { Outcome } from '../execute/outcome.ts';
import { reachDueMoment } from '../workers/due-moments.ts';
import { drainOutbox } from '../workers/outbox.ts';
import type { Registry } from '../workers/registry.ts';
import type { StoryStep } from './story.ts';

export type ReplayDeps = {
  readonly pool: Pool;
  /** Ids from seed and ordinal, so that the log is the same every time. */
  readonly newId: () => string;
  readonly registry: Registry;
  readonly configuration: ReadConfiguration;
};

export type Replay = {
  readonly tenantId: TenantId;
  readonly steps: readonly StoryStep[];
  /** The simulated clock goes on to here after the last step. */
  readonly until: Instant;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ReplayReport = {
  readonly commands: number;
  readonly dueMoments: number;
  readonly refusedFollowUps: number;
};

const founder = (tenantId: TenantId): Actor => ({ kind: 'system', tenantId });

const actorAt = async (deps: ReplayDeps, tenantId: TenantId, step: StoryStep): Promise<Actor> => {
  if (step.by === 'founder') return founder(tenantId);
  const { by } = step;
  return read(deps.pool, { tenantId }, async (db) => {
    const configuration = await deps.configuration(db);
    const staff = configuration.staff.get(by);
    if (staff !== undefined) return actorOf(configuration, staff, dateOf(step.at));
    const [row] = await db.query<{ state: typeof staff }>(
      'select state from person where tenant_id = $1 and person_id = $2',
      [tenantId, by],
    );
    invariant(row?.state, `the story's person ${by} does not exist at ${step.at}`);
    return actorOf(configuration, row.state, dateOf(step.at));
  });
};

const told = (step: StoryStep, outcome: Outcome): boolean => {
  if (step.refusedWith === undefined) return outcome.kind === 'done';
  return outcome.kind === 'refused' && outcome.refusal.code === step.refusedWith;
};

/**
 * Replays a story through the write path by simulated time, in one thread: before each step every due moment up to it is
 * carried out in (due_at, id) order and the outbox is drained. Sends nothing outside. Throws at the first step that does
 * not go as the story tells.
 */
export const replay = async (
  deps: ReplayDeps,
  { tenantId, steps, until, onProgress }: Replay,
): Promise<ReplayReport> => {
  const report = { commands: 0, dueMoments: 0, refusedFollowUps: 0 };
  const workers = { ...deps, onRefused: () => (report.refusedFollowUps += 1) };
  const advance = async (to: Instant): Promise<void> => {
    for (;;) {
      const reached = await reachDueMoment(workers, tenantId, { now: to, dated: 'dueAt' });
      if (reached === undefined) return;
      report.dueMoments += 1;
      await drainOutbox(workers, reached);
    }
  };
  for (const step of steps) {
    await advance(step.at);
    const entry = deps.registry.get(step.aggregate);
    invariant(entry, `the story names an unknown aggregate ${step.aggregate}`);
    const request = { scope: { tenantId }, actor: await actorAt(deps, tenantId, step), now: step.at };
    const outcome = await executeCommand(
      { ...deps, wake: () => undefined },
      request,
      entry.step(step.id, step.command),
    );
    invariant(
      told(step, outcome),
      `${step.at} ${step.command.type} on ${step.aggregate} ${step.id}: ${JSON.stringify(outcome)}`,
    );
    await drainOutbox(workers, step.at);
    report.commands += 1;
    onProgress?.(report.commands, steps.length);
  }
  await advance(until);
  return report;
};
