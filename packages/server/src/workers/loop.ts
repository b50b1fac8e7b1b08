export type Loop = {
  /** There is work: do not wait for the next look. */
  readonly wake: () => void;
  /** Finishes what is under way and starts nothing more. */
  readonly stop: () => Promise<void>;
};

type LoopSettings = {
  /** Does what there is to do; true when there may be more at once. */
  readonly work: () => Promise<boolean>;
  readonly restMs: number;
  readonly onError: (error: unknown) => void;
};

const AFTER_ERROR_MS = 2_000;

/** Works, rests until woken or until the next look, and works again, until it is stopped. An error is told and rested on. */
export const startLoop = ({ work, restMs, onError }: LoopSettings): Loop => {
  const stopping = new AbortController();
  let signal = Promise.withResolvers<void>();
  const wake = (): void => signal.resolve();
  const rest = async (milliseconds: number): Promise<void> => {
    if (stopping.signal.aborted) return;
    const timer = setTimeout(wake, milliseconds);
    await signal.promise;
    clearTimeout(timer);
    signal = Promise.withResolvers<void>();
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if (!(await work())) await rest(restMs);
      } catch (error) {
        onError(error);
        await rest(AFTER_ERROR_MS);
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
