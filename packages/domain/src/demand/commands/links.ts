import { textRefusal } from '../checks.ts';
import type { DemandContext } from '../context.ts';
import { accept, onDemand, unless, when } from '../rule.ts';
import { internal, outward } from '../texts.ts';
import { ACTIVE_STATUSES, OPEN_STATUSES, STATUSES } from '../vocabulary.ts';

const linked = ({ facts }: DemandContext, demandId: string) =>
  facts.linkedDemands.find((candidate) => candidate.demandId === demandId);

/** Only on the asker's own words. */
export const withdrawDemand = onDemand('WithdrawDemand', {
  from: OPEN_STATUSES,
  decide: (_, { askersWords, proof }, context) =>
    unless([textRefusal(context, { field: 'askersWords', text: askersWords, kind: 'words' })], () =>
      accept({ type: 'DemandWithdrawn', askersWords: outward(askersWords), proof }),
    ),
});

/** Into an open demand of the same enterprise: the asker keeps a demand to judge. */
export const mergeDemand = onDemand('MergeDemand', {
  from: ACTIVE_STATUSES,
  decide: (demand, { into, reason }, context) => {
    const target = linked(context, into);
    return unless(
      [
        when(into === demand.id, 'demand.merge-into-itself'),
        when(target === undefined || target.status === 'closed', 'demand.merge-target-unfit'),
        when(target !== undefined && target.enterpriseId !== demand.enterpriseId, 'demand.other-enterprise'),
        textRefusal(context, { field: 'reason', text: reason, kind: 'note' }),
      ],
      () => accept({ type: 'DemandMerged', into, reason: internal(reason) }),
    );
  },
});

/** The other side of a merge, made by a reaction. */
export const absorbDemand = onDemand('AbsorbDemand', {
  from: STATUSES,
  decide: (demand, { from, timesOccurred }) =>
    unless(
      [
        when(from === demand.id, 'demand.merge-into-itself'),
        when(demand.absorbed.includes(from), 'demand.linked-before'),
      ],
      () => accept({ type: 'DemandAbsorbed', from, timesOccurred }),
    ),
});

/** The earlier, closed case of what came back. */
export const linkRecurrence = onDemand('LinkRecurrence', {
  from: OPEN_STATUSES,
  decide: (demand, { to }, context) => {
    const earlier = linked(context, to);
    return unless(
      [
        when(
          to === demand.id || earlier?.status !== 'closed' || earlier.enterpriseId !== demand.enterpriseId,
          'demand.recurrence-unfit',
        ),
        when(demand.recurrenceOf === to, 'demand.linked-before'),
      ],
      () => accept({ type: 'RecurrenceLinked', to }),
    );
  },
});

/** Made together with the package that takes the demand in. */
export const joinPackage = onDemand('JoinPackage', {
  from: STATUSES,
  blocked: ({ packageId }) => when(packageId !== undefined, 'demand.in-package'),
  decide: (_, { packageId }) => accept({ type: 'DemandPackaged', packageId }),
});

/** Made together with the package that lets the demand go. */
export const leavePackage = onDemand('LeavePackage', {
  from: STATUSES,
  blocked: ({ packageId }) => when(packageId === undefined, 'demand.not-in-package'),
  decide: (demand, { packageId, reason }) =>
    unless([when(demand.packageId !== packageId, 'demand.not-in-package')], () =>
      accept({ type: 'DemandUnpackaged', packageId, reason: internal(reason) }),
    ),
});

/** Made by a reaction when a sub-demand is registered. */
export const recordSubDemand = onDemand('RecordSubDemand', {
  from: OPEN_STATUSES,
  decide: ({ subDemands }, { demandId }) =>
    unless(
      [
        when(
          subDemands.some((sub) => sub.demandId === demandId),
          'demand.linked-before',
        ),
      ],
      () => accept({ type: 'SubDemandAdded', demandId }),
    ),
});

/** Made by a reaction when a sub-demand closes. */
export const recordSubDemandClosed = onDemand('RecordSubDemandClosed', {
  from: STATUSES,
  blocked: ({ subDemands }) => when(!subDemands.some(({ closed }) => !closed), 'demand.sub-demand-unknown'),
  decide: ({ subDemands }, { demandId }) =>
    unless(
      [
        when(
          !subDemands.some((sub) => sub.demandId === demandId && !sub.closed),
          'demand.sub-demand-unknown',
        ),
      ],
      () => accept({ type: 'SubDemandClosed', demandId }),
    ),
});
