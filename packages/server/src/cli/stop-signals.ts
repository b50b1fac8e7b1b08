import type { Environment } from './settings.ts';
import { watchStartingProcesses } from './starting-processes.ts';

/** A terminal, npm and the starter each pass on the same Ctrl-C: within this time they are one. */
const SAME_SIGNAL_MS = 1_000;

export type StopSignals = {
  readonly stop: () => void;
  readonly force: () => void;
  readonly env: Environment;
};

/** The first Ctrl-C or SIGTERM stops in order, a second one ends at once. */
export function listenForStop({ stop, force, env }: StopSignals): void {
  let first: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (first === undefined) {
      first = now;
      stop();
    } else if (now - first > SAME_SIGNAL_MS) force();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (env.npm_lifecycle_event !== undefined) watchStartingProcesses(onSignal);
}
