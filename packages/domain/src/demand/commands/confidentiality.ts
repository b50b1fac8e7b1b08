import { textRefusal } from '../checks.ts';
import { accept, onDemand, unless, when } from '../rule.ts';
import { internal } from '../texts.ts';
import { STATUSES } from '../vocabulary.ts';
import { hidingRefusal } from './registration.ts';

/** A demand about a unit or an officer is hidden from them; whoever works on it has to be changed first. */
export const setConfidential = onDemand('SetConfidential', {
  from: STATUSES,
  decide: ({ owner, lead }, { hiding, reason }, context) =>
    unless(
      [
        hidingRefusal(hiding, lead === undefined ? [owner] : [owner, lead]),
        textRefusal(context, { field: 'reason', text: reason, kind: 'note' }),
      ],
      () => accept({ type: 'ConfidentialitySet', hiding, reason: internal(reason) }),
    ),
});

export const liftConfidentiality = onDemand('LiftConfidentiality', {
  from: STATUSES,
  blocked: ({ hiding }) => when(hiding === undefined, 'demand.not-confidential'),
  decide: (_, { reason }, context) =>
    unless([textRefusal(context, { field: 'reason', text: reason, kind: 'note' })], () =>
      accept({ type: 'ConfidentialityLifted', reason: internal(reason) }),
    ),
});
