import { setTimeout as delay } from 'node:timers/promises';

/** When a process works, and how much of that it counts. */
export type Windows = {
  /** When counting begins, in milliseconds since 1970. */
  readonly from: number;
  readonly seconds: number;
  /** V8 has compiled what a request runs through after some two thousand of them; a server runs for weeks. */
  readonly warmSeconds: number;
  /**
   * Of two processes that take turns of a second, the one that begins or the other; alone without. A shared host's speed changes
   * within minutes: what is measured in turns is measured at the same speed.
   */
  readonly turn?: 0 | 1;
};

type Window = { readonly open: number; readonly close: number; readonly counts: boolean };

const SECOND = 1_000;

const windowsOf = ({ from, seconds, warmSeconds, turn }: Windows): readonly Window[] =>
  turn === undefined
    ? [
        { open: from - warmSeconds * SECOND, close: from, counts: false },
        { open: from, close: from + seconds * SECOND, counts: true },
      ]
    : Array.from({ length: warmSeconds + seconds }, (_, index) => {
        const open = from + (2 * (index - warmSeconds) + turn) * SECOND;
        return { open, close: open + SECOND, counts: index >= warmSeconds };
      });

const present = (): number => performance.timeOrigin + performance.now();

/** Windows of a process that comes up within the next second. */
export const soon = (plan: Omit<Windows, 'from'>): Windows => {
  const warmMs = plan.warmSeconds * SECOND * (plan.turn === undefined ? 1 : 2);
  return { ...plan, from: present() + SECOND + warmMs };
};

type Work<Answer> = {
  /** So many do one thing after the other, side by side. */
  readonly workers: number;
  readonly exchange: (worker: number) => Promise<Answer>;
  /** Told of what began and ended in a window that counts. */
  readonly count: (answer: Answer, milliseconds: number) => void;
};

/** Works through the windows; between them nothing is under way. */
export const workThrough = async <Answer>(
  windows: Windows,
  { workers, exchange, count }: Work<Answer>,
): Promise<void> => {
  for (const { open, close, counts } of windowsOf(windows)) {
    await delay(open - present());
    const work = async (worker: number): Promise<void> => {
      while (present() < close) {
        const began = present();
        const answer = await exchange(worker);
        const ended = present();
        if (counts && ended <= close) count(answer, ended - began);
      }
    };
    await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  }
};
