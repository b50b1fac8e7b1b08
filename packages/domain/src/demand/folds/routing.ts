import { without } from '../defined.ts';
import type { Assigned, Consulting, Demand, Handling, Registered } from '../state.ts';
import { alsoHandledBy, coreOf, withCore, type Folds } from './fold.ts';

const backToRegistered = (demand: Demand): Registered => ({
  ...without(coreOf(demand), 'lead'),
  status: 'registered',
});

export const routingFolds: Folds<
  | 'RemitDecided'
  | 'DemandRouted'
  | 'DemandAccepted'
  | 'DemandDeclined'
  | 'DemandHandedOver'
  | 'ConsultationOpened'
  | 'ConsultationConcluded'
> = {
  RemitDecided: (demand, { remit }) => withCore(demand, { remit }),
  DemandRouted: (demand, { lead, declineUntil }): Assigned => ({
    ...coreOf(demand),
    status: 'assigned',
    lead,
    declineUntil,
    fixed: false,
  }),
  DemandAccepted: (demand, { lead }): Handling => ({
    ...coreOf(demand),
    status: 'handling',
    lead,
    owner: lead,
    handledBy: alsoHandledBy(demand, lead),
  }),
  DemandDeclined: (demand, { unitId }) => ({
    ...backToRegistered(demand),
    declinedBy: [...demand.declinedBy, unitId],
  }),
  DemandHandedOver: (demand, { to }) => {
    if (demand.status === 'handling')
      return { ...demand, lead: to, owner: to, handledBy: alsoHandledBy(demand, to) };
    // Rejected, an answer goes back to whoever leads.
    const isLed =
      (demand.status === 'answered' || demand.status === 'callingBack') && demand.lead !== undefined;
    return withCore(demand, isLed ? { owner: to, lead: to } : { owner: to });
  },
  ConsultationOpened: (demand, { matter }): Consulting => ({
    ...coreOf(demand),
    status: 'consulting',
    matter,
  }),
  ConsultationConcluded: (demand, { lead }): Assigned => ({
    ...coreOf(demand),
    status: 'assigned',
    lead,
    fixed: true,
  }),
};
