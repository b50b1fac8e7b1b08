import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { reachDueMoments } from './due-moments.ts';
import { drainOutbox, type WorkerDeps } from './outbox.ts';

export type WorkerLoopDeps = WorkerDeps & {
  readonly now: () => Instant;
  readonly seal: (tenantId: TenantId) => Promise<unknown>;
  /** Tells every process that notices came: one coalesced NOTIFY a batch, after the commit. */
  readonly announce: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
};

export type WorkerLoop = {
  /** Work was committed: do not wait for the next look. */
  readonly wake: () => void;
  /** Finishes what is under way and starts nothing more. */
  readonly stop: () => Promise<void>;
};

/** Another process may have committed; its wake does not reach us. */
const LOOK_MS = 250;
const SEAL_MS = 15_000;
const AFTER_ERROR_MS = 2_000;

const sealAll = async (deps: WorkerLoopDeps): Promise<void> => {
  const { rows } = await deps.pool.query<{ tenant_id: TenantId }>('select tenant_id from tenant order by 1');
  for (const { tenant_id } of rows) await deps.seal(tenant_id);
};

const workOnce = async (deps: WorkerLoopDeps): Promise<boolean> => {
  const { events, notices } = await drainOutbox(deps, deps.now());
  if (notices > 0) await deps.announce();
  const moments = await reachDueMoments(deps, deps.now());
  return events + moments > 0;
};

/** Drains outbox, due moments and the unsealed tail until it is stopped; several processes may do so at once. */
export const startWorkers = (deps: WorkerLoopDeps): WorkerLoop => {
  const stopping = new AbortController();
  let signal = Promise.withResolvers<void>();
  let sealedAt = performance.now();
  const wake = (): void => signal.resolve();
  const rest = async (milliseconds: number): Promise<void> => {
    const timer = setTimeout(wake, milliseconds);
    await signal.promise;
    clearTimeout(timer);
    signal = Promise.withResolvers<void>();
  };
  const sealNowAndThen = async (): Promise<void> => {
    if (performance.now() - sealedAt < SEAL_MS) return;
    sealedAt = performance.now();
    await sealAll(deps);
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const busy = await workOnce(deps);
        await sealNowAndThen();
        if (!busy && !stopping.signal.aborted) await rest(LOOK_MS);
      } catch (error) {
        deps.onError(error);
        if (!stopping.signal.aborted) await rest(AFTER_ERROR_MS);
      }
    }
  };
  const running = run();
  return {
    wake,
    stop: async () => {
      stopping.abort();
      wake();
      await running;
    },
  };
};
