import type { By } from '../../kernel/decider.ts';
import { pauseClock, resumeClock } from '../../time/clock.ts';
import type { Pause } from '../../time/pause.ts';
import { defined, without } from '../defined.ts';
import type { Demand } from '../state.ts';
import { runningPromises } from '../terms.ts';
import { moved, withCore, type Folds } from './fold.ts';

const nameOf = (by: By): string => ('system' in by ? 'system' : by.personId);

export const clockFolds: Folds<
  | 'DemandReclassified'
  | 'ClockPaused'
  | 'ClockResumed'
  | 'ExtensionAsked'
  | 'ExtensionGranted'
  | 'ExtensionRefused'
> = {
  DemandReclassified: (demand, { to, productionStopped, terms }) =>
    withCore(demand, { urgency: to, productionStopped, clocks: moved(demand.clocks, terms) }),
  ClockPaused: (demand, { pauseId, reason, proof, capAt, at, by }) => {
    const pause: Pause = defined({ reason, from: at, until: capAt, by: nameOf(by), proof: proof[0] });
    const clocks = { ...demand.clocks };
    for (const promise of runningPromises(demand)) clocks[promise] = pauseClock(clocks[promise], pause);
    return withCore(demand, { clocks, pause: { pauseId, reason, capAt } });
  },
  ClockResumed: (demand, { terms, at }) => {
    const clocks = { ...demand.clocks };
    for (const term of terms) clocks[term.promise] = resumeClock(clocks[term.promise], { at }, term);
    return without({ ...demand, clocks }, 'pause') as Demand;
  },
  ExtensionAsked: (demand, { extensionId, workdays }) =>
    withCore(demand, { extensionAsked: { extensionId, workdays } }),
  ExtensionGranted: (demand, { term }) =>
    without(
      { ...demand, extensions: demand.extensions + 1, clocks: moved(demand.clocks, [term]) },
      'extensionAsked',
    ) as Demand,
  ExtensionRefused: (demand) => without(demand, 'extensionAsked') as Demand,
};
