import type { Instant } from '@xiaoer/domain/time/instant';
import { zoneClocks, type ZoneClock } from '../db/zone-clock.ts';
import { reachDueMoments } from './due-moments.ts';
import { startLoop, type Loop } from './loop.ts';
import { drainOutbox, type WorkerDeps } from './outbox.ts';

export type WorkerLoopDeps = WorkerDeps & {
  readonly now: () => Instant;
  readonly seal: (zone: ZoneClock) => Promise<unknown>;
  /** Tells every process that notices came: one coalesced NOTIFY a batch, after the commit. */
  readonly announce: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
};

/** Another process may have committed; its wake does not reach us. */
const LOOK_MS = 250;
const SEAL_MS = 15_000;
/** At midnight thousands of moments come at once; whoever waits for a notice does not wait for all of them. */
const PACE = { lanes: 3, most: 120 };

const sealAll = async (deps: WorkerLoopDeps): Promise<void> => {
  for (const zone of await zoneClocks(deps.pool)) await deps.seal(zone);
};

const workOnce = async (deps: WorkerLoopDeps): Promise<boolean> => {
  const { events, notices } = await drainOutbox(deps, deps.now());
  if (notices > 0) await deps.announce();
  const moments = await reachDueMoments(deps, deps.now(), PACE);
  return events + moments > 0;
};

/** Drains outbox, due moments and the unsealed tail until it is stopped; several processes may do so at once. */
export const startWorkers = (deps: WorkerLoopDeps): Loop => {
  // At once: a program that is killed again and again would never come to it.
  let sealedAt = -Infinity;
  const work = async (): Promise<boolean> => {
    const busy = await workOnce(deps);
    if (performance.now() - sealedAt >= SEAL_MS) {
      sealedAt = performance.now();
      await sealAll(deps);
    }
    return busy;
  };
  return startLoop({ work, restMs: LOOK_MS, onError: deps.onError });
};
