import { refusal, type DemandRefusal } from '../rule.ts';
import type { DemandCore } from '../state.ts';

/** While the clock stands still nothing may be answered or moved: resume it first. */
export const runningPause = ({ pause }: DemandCore): DemandRefusal | undefined =>
  pause === undefined ? undefined : refusal('demand.clock-paused', { reason: pause.reason });
