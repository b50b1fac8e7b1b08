import type { Instant } from '@xiaoer/domain/time/instant';
import { behindBy, presentMoment } from './present.ts';

const TICK_MS = 30_000;

type Tick = { readonly at: number; readonly behind: number; readonly now: Instant };

let last: Tick | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
const watching = new Set<() => void>();

const tick = (): void => {
  last = undefined;
  for (const tell of watching) tell();
};

/** The zone's moment as all of a page shows it: the same until the next tick. */
export function tickingMoment(): Instant {
  const at = Date.now();
  const isNew = last === undefined || last.behind !== behindBy() || Math.abs(at - last.at) >= TICK_MS;
  if (isNew) last = { at, behind: behindBy(), now: presentMoment() };
  return last?.now ?? presentMoment();
}

/** Tells at every tick; one timer for however many cells of a list. */
export function watchTicks(tell: () => void): () => void {
  watching.add(tell);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    watching.delete(tell);
    if (watching.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
