import { defined, without } from '../defined.ts';
import type { Closed, Closing, Demand } from '../state.ts';
import { coreOf, kept, type Folds, type RecordedEventOf } from './fold.ts';

/** Whatever was still open (a pause, a request, a clock) ends with the demand. */
const closed = (demand: Demand, { at }: { readonly at: Closed['closedAt'] }, closing: Closing): Closed => {
  const core = without(without(coreOf(demand), 'pause'), 'extensionAsked');
  return { ...core, status: 'closed', closedAt: at, closing, clocks: kept(demand.clocks, at) };
};

const byAnswer = (event: RecordedEventOf<'DemandClosed'>): Closing =>
  defined({
    outcome: event.outcome,
    answer: event.answer,
    satisfaction: event.satisfaction,
    returnVisit: event.returnVisit,
    reviewDueAt: event.reviewDueAt,
  });

export const closingFolds: Folds<
  | 'DemandClosed'
  | 'DemandWithdrawn'
  | 'DemandMerged'
  | 'FinallyDetermined'
  | 'ReturnVisitMade'
  | 'ConditionsReviewed'
> = {
  DemandClosed: (demand, event) => closed(demand, event, byAnswer(event)),
  DemandWithdrawn: (demand, event) =>
    closed(demand, event, { outcome: 'withdrawn', askersWords: event.askersWords }),
  DemandMerged: (demand, event) => closed(demand, event, { outcome: 'merged', into: event.into }),
  FinallyDetermined: (demand, event) =>
    closed(demand, event, {
      outcome: 'finalDetermination',
      legalBasis: event.legalBasis,
      reasons: event.reasons,
    }),
  ReturnVisitMade: (demand, { holds, at }) => {
    if (demand.status !== 'closed' || !('returnVisit' in demand.closing)) return demand;
    const { returnVisit } = demand.closing;
    if (returnVisit === undefined) return demand;
    return { ...demand, closing: { ...demand.closing, returnVisit: { ...returnVisit, madeAt: at, holds } } };
  },
  ConditionsReviewed: (demand, { nextAt }) =>
    demand.status === 'closed' && 'reviewDueAt' in demand.closing
      ? { ...demand, closing: { ...demand.closing, reviewDueAt: nextAt } }
      : demand,
};
