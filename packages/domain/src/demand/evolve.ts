import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { DemandEvent, DemandEventType } from './events.ts';
import { answerFolds } from './folds/answer.ts';
import { clockFolds } from './folds/clocks.ts';
import { closingFolds } from './folds/closing.ts';
import type { Folds } from './folds/fold.ts';
import { handlingFolds } from './folds/handling.ts';
import { intakeFolds, registered } from './folds/intake.ts';
import { noticeFolds } from './folds/notices.ts';
import { referralFolds } from './folds/referral.ts';
import { routingFolds } from './folds/routing.ts';
import type { Demand } from './state.ts';

export type RecordedDemandEvent = Recorded<DemandEvent>;

/** Complete: an event type without a fold does not compile. */
const FOLDS: Folds<Exclude<DemandEventType, 'DemandRegistered'>> = {
  ...intakeFolds,
  ...routingFolds,
  ...handlingFolds,
  ...referralFolds,
  ...clockFolds,
  ...answerFolds,
  ...closingFolds,
  ...noticeFolds,
};

/** The demand after one more recorded event. Throws only on a stream no `decide` could have written. */
export const evolve = (demand: Demand | undefined, event: RecordedDemandEvent): Demand => {
  if (event.type === 'DemandRegistered') {
    invariant(demand === undefined, 'a demand is registered once');
    return registered(event);
  }
  invariant(demand !== undefined, `no demand before ${event.type}`);
  const fold = FOLDS[event.type] as (demand: Demand, event: RecordedDemandEvent) => Demand;
  return fold(demand, event);
};

/** A whole stream folded; undefined when it is empty. */
export const refold = (events: readonly RecordedDemandEvent[]): Demand | undefined =>
  events.reduce<Demand | undefined>(evolve, undefined);
