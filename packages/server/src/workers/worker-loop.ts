import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@xiaoer/domain/time/instant';
import { zoneClocks, type ZoneClock } from '../db/zone-clock.ts';
import { reachDueMoments } from './due-moments.ts';
import { eachZone } from './each-zone.ts';
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
/**
 * So long after a look what was committed meanwhile is followed up together: a look asks the same of the database whether
 * it finds one event or sixty.
 */
const GATHER_MS = 100;
/** At midnight thousands of moments come at once; whoever waits for a notice does not wait for all of them. */
const PACE = { lanes: 3, most: 120 };

type Looked = {
  readonly busy: boolean;
  /** Something may be left, or something new followed. */
  readonly more: boolean;
  readonly failures: readonly unknown[];
};

/** One look at all there is to do. A zone that fails is told of at the end. */
const lookOnce = async (deps: WorkerLoopDeps, seals: boolean): Promise<Looked> => {
  const failures: unknown[] = [];
  const work = { ...deps, onFailed: (error: unknown) => void failures.push(error) };
  const { events, notices, isEmpty } = await drainOutbox(work, deps.now());
  const moments = await reachDueMoments(work, deps.now(), PACE);
  if (notices + moments > 0) await deps.announce();
  if (seals) await eachZone(await zoneClocks(deps.pool), work, deps.seal);
  return { busy: events + moments > 0, more: !isEmpty || moments > 0, failures };
};

/** Drains outbox, due moments and the unsealed tail until it is stopped; several processes may do so at once. */
export const startWorkers = (deps: WorkerLoopDeps): Loop => {
  // At once: a program that is killed again and again would never come to it.
  let sealedAt = -Infinity;
  const work = async (): Promise<boolean> => {
    const seals = performance.now() - sealedAt >= SEAL_MS;
    if (seals) sealedAt = performance.now();
    const { busy, more, failures } = await lookOnce(deps, seals);
    const [first, ...others] = busy ? [undefined, ...failures] : failures;
    for (const error of others) deps.onError(error);
    // With nothing else to do: what fails is not tried again at once.
    if (first !== undefined) throw first;
    if (busy && !more) await sleep(GATHER_MS);
    return busy;
  };
  return startLoop({ work, restMs: LOOK_MS, onError: deps.onError });
};
