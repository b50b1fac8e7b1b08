import { endOfDay } from '../../time/instant.ts';
import { pastRefusal, textRefusal } from '../checks.ts';
import { accept, onDemand, unless, when, whenCovered } from '../rule.ts';
import type { Closed } from '../state.ts';
import { reworkTerms } from '../terms.ts';
import { internal, outward } from '../texts.ts';

const returnVisitOf = ({ closing }: Closed) => ('returnVisit' in closing ? closing.returnVisit : undefined);

const isReviewed = ({ closing }: Closed): boolean => closing.outcome === 'conditionsLacking';

/** Some days after closing: does it still hold? */
export const recordReturnVisit = onDemand('RecordReturnVisit', {
  from: ['closed'],
  blocked: (demand) => {
    const visit = returnVisitOf(demand);
    return when(visit === undefined || visit.madeAt !== undefined, 'demand.no-return-visit-due');
  },
  decide: (_, { kind, holds, words, note }, context) =>
    unless(
      [
        textRefusal(context, { field: 'words', text: words, kind: 'words', optional: true }),
        textRefusal(context, { field: 'note', text: note, kind: 'note', optional: true }),
      ],
      () => accept({ type: 'ReturnVisitMade', kind, holds, words: outward(words), note: internal(note) }),
    ),
});

/** The conditions are still lacking; when they are there the demand is reopened instead. */
export const reviewConditions = onDemand('ReviewConditions', {
  from: ['closed'],
  blocked: (demand) => when(!isReviewed(demand), 'demand.no-review-due'),
  decide: (_, { note, nextOn }, context) =>
    unless(
      [
        textRefusal(context, { field: 'note', text: note, kind: 'note' }),
        pastRefusal(context, 'nextOn', nextOn),
      ],
      () => accept({ type: 'ConditionsReviewed', note: internal(note), nextOn, nextAt: endOfDay(nextOn) }),
    ),
});

/** Only where the record itself says that it is not over: conditions that came, or a solution that did not hold. */
export const reopenDemand = onDemand('ReopenDemand', {
  from: ['closed'],
  blocked: (demand) =>
    when(!isReviewed(demand) && returnVisitOf(demand)?.holds !== false, 'demand.not-reopenable'),
  decide: (demand, { reason }, context) =>
    unless([textRefusal(context, { field: 'reason', text: reason, kind: 'words' })], () =>
      whenCovered(reworkTerms(context, demand.urgency), (terms) =>
        accept({ type: 'DemandReopened', reason: outward(reason), terms }),
      ),
    ),
});
