import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { executeCommands } from '../execute/execute-command.ts';
import type { Outcome } from '../execute/outcome.ts';
import { reachDueMoment } from '../workers/due-moments.ts';
import { drainTenant, type WorkerDeps } from '../workers/outbox.ts';
import type { Registry } from '../workers/registry.ts';
import { groupedCommits } from './grouped-commits.ts';
import type { HeldConfiguration } from './held-configuration.ts';
import { storyActors, type StoryActors } from './story-actors.ts';
import { sentTogether, type StoryStep } from './story.ts';

export type ReplayDeps = {
  readonly pool: Pool;
  /** Ids from seed and ordinal, so that the log is the same every time. */
  readonly newId: () => string;
  /** Its stores read the set-up through `held`. */
  readonly registry: Registry;
  readonly held: HeldConfiguration;
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

type Playing = {
  readonly deps: ReplayDeps;
  readonly workers: WorkerDeps;
  readonly tenantId: TenantId;
  readonly actors: StoryActors;
};

/** Steps on these change who may do what: people and set-up are read again after them. */
const SET_UP = ['organisation', 'territory', 'person', 'category', 'settings', 'duty-roster'];

const told = ({ refusedWith }: StoryStep, outcome: Outcome): boolean => {
  if (refusedWith === undefined) return outcome.kind === 'done';
  return outcome.kind === 'refused' && outcome.refusal.code === refusedWith;
};

/** Aggregates from whose events something follows: their outbox rows are worked off before the story goes on. */
const isFollowed = ({ registry }: ReplayDeps, aggregate: string): boolean => {
  const entry = registry.get(aggregate);
  return entry?.reactions !== undefined || entry?.notices !== undefined;
};

/** Until nothing is left: what follows from an event may itself be followed by something. Answers whether it was. */
const drain = async ({ workers, tenantId }: Playing, now: Instant): Promise<boolean> => {
  for (let followed = false; ; followed = true) {
    const { isEmpty } = await drainTenant(workers, tenantId, now);
    if (isEmpty) return followed;
  }
};

const isMomentDue = async ({ deps: { pool }, tenantId }: Playing, now: Instant): Promise<boolean> => {
  const { rowCount } = await pool.query('select 1 from due where tenant_id = $1 and next_at <= $2 limit 1', [
    tenantId,
    now,
  ]);
  return rowCount !== 0;
};

/** Drains, and says whether a moment is due until then; asked together, and again only if something followed. */
const drainAndLook = async (playing: Playing, now: Instant, until: Instant): Promise<boolean> => {
  const [followed, isDue] = await Promise.all([drain(playing, now), isMomentDue(playing, until)]);
  return followed ? isMomentDue(playing, until) : isDue;
};

/** Carries out every due moment up to the time in (due_at, id) order, each with what follows from it. */
const advance = async (playing: Playing, to: Instant, isFirstDue: boolean): Promise<number> => {
  let moments = 0;
  for (let isDue = isFirstDue; isDue;) {
    const reached = await reachDueMoment(playing.workers, playing.tenantId, { now: to, dated: 'dueAt' });
    if (reached === undefined) break;
    moments += 1;
    isDue = await drainAndLook(playing, reached, to);
  }
  return moments;
};

const send = async (playing: Playing, list: readonly StoryStep[]): Promise<void> => {
  const { deps, tenantId, actors } = playing;
  const [first] = list;
  if (first === undefined) return;
  const commands = list.map(({ aggregate, id, command }) => {
    const entry = deps.registry.get(aggregate);
    invariant(entry, `the story names an unknown aggregate ${aggregate}`);
    return entry.step(id, command);
  });
  const request = { scope: { tenantId }, actor: await actors.actorAt(first), now: first.at };
  const outcome = await executeCommands({ ...deps, wake: () => undefined }, request, commands);
  const index = 'index' in outcome ? outcome.index : 0;
  invariant(told(first, outcome), `${first.at} ${JSON.stringify(list[index])}: ${JSON.stringify(outcome)}`);
  if (list.some(({ aggregate }) => SET_UP.includes(aggregate))) {
    deps.held.letGo();
    actors.forget();
  }
};

const play = async (
  playing: Playing,
  { steps, until, onProgress }: Replay,
): Promise<Omit<ReplayReport, 'refusedFollowUps'>> => {
  let commands = 0;
  let dueMoments = 0;
  const lists = sentTogether(steps);
  for (const [index, list] of lists.entries()) {
    const next = lists[index + 1]?.[0]?.at ?? until;
    const now = list[0]?.at ?? until;
    await send(playing, list);
    commands += list.length;
    const isFollowing = list.some(({ aggregate }) => isFollowed(playing.deps, aggregate));
    const isDue = isFollowing ? await drainAndLook(playing, now, next) : await isMomentDue(playing, next);
    dueMoments += await advance(playing, next, isDue);
    onProgress?.(commands, steps.length);
  }
  return { commands, dueMoments };
};

/**
 * Replays a story through the write path by simulated time, in one thread: before each list of steps every due moment up
 * to it is carried out in (due_at, id) order and the outbox is drained. Sends nothing outside. Throws at the first step
 * that does not go as the story tells.
 */
export const replay = async (outer: ReplayDeps, story: Replay): Promise<ReplayReport> => {
  const { pool, finish } = await groupedCommits(outer.pool);
  const deps = { ...outer, pool };
  let refusedFollowUps = 0;
  const workers = { ...deps, outside: false, onRefused: () => (refusedFollowUps += 1) };
  const { tenantId } = story;
  const actors = storyActors({ pool, configuration: outer.held.configuration }, tenantId);
  try {
    const played = await play({ deps, workers, tenantId, actors }, story);
    return { ...played, refusedFollowUps };
  } finally {
    await finish();
  }
};
