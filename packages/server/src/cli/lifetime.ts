import { setTimeout as delay } from 'node:timers/promises';

/** In this order: nothing new comes in, open streams end, running requests finish, workers, connections, database. */
export const STAGES = ['intake', 'streams', 'drain', 'workers', 'pools', 'database'] as const;
export type Stage = (typeof STAGES)[number];

export type Lifetime = {
  /** What to do at a stage of stopping; those of one stage run together. */
  readonly onStop: (stage: Stage, close: () => Promise<unknown>) => void;
  readonly isStopping: () => boolean;
  /** Runs every stage once; a second call waits for the first. */
  readonly stop: () => Promise<void>;
};

const STAGE_LIMIT_MS = 15_000;

async function runStage(
  closers: readonly (() => Promise<unknown>)[],
  log: (line: string) => void,
): Promise<void> {
  const done = new AbortController();
  const closing = Promise.allSettled(closers.map((close) => close()));
  const limit = delay(STAGE_LIMIT_MS, undefined, { signal: done.signal, ref: false }).catch(() => undefined);
  const results = await Promise.race([closing, limit]);
  done.abort();
  for (const result of results ?? []) {
    if (result.status === 'rejected') log(`While stopping: ${String(result.reason)}`);
  }
  if (results === undefined) log('A part of the program did not stop in time and is left behind.');
}

/** Keeps what must be closed and closes it in order. */
export function createLifetime(log: (line: string) => void): Lifetime {
  const closers = new Map<Stage, (() => Promise<unknown>)[]>(STAGES.map((stage) => [stage, []]));
  let stopping: Promise<void> | undefined;
  const runStages = async (): Promise<void> => {
    for (const stage of STAGES) {
      const ofStage = closers.get(stage) ?? [];
      if (ofStage.length > 0) await runStage(ofStage, log);
    }
  };
  return {
    onStop: (stage, close) => void closers.get(stage)?.push(close),
    isStopping: () => stopping !== undefined,
    stop: () => (stopping ??= runStages()),
  };
}
