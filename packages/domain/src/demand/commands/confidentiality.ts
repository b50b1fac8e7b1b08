import { textRefusal } from '../checks.ts';
import type { DemandContext } from '../context.ts';
import type { Holder } from '../parts.ts';
import { accept, onDemand, unless, when } from '../rule.ts';
import type { Demand } from '../state.ts';
import { internal } from '../texts.ts';
import { STATUSES } from '../vocabulary.ts';
import { hidingRefusal } from './registration.ts';

/** Whoever works on it now: the owner, the lead, and those who hold a task that is not done. */
const workersOn = ({ owner, lead, tasks, status }: Demand): readonly Holder[] => [
  owner,
  ...(lead === undefined ? [] : [lead]),
  ...(status === 'closed' ? [] : tasks.filter(({ doneAt }) => doneAt === undefined).map(({ to }) => to)),
];

/** What it is hidden from already stays, though the unit was closed since: those who worked there may work here still. */
const knowing = (context: DemandContext, { hiding }: Demand): DemandContext => {
  const { facts } = context;
  return {
    ...context,
    facts: { ...facts, activeUnitIds: [...facts.activeUnitIds, ...(hiding?.unitIds ?? [])] },
  };
};

/** A demand about a unit or an officer is hidden from them; whoever works on it has to be changed first. */
export const setConfidential = onDemand('SetConfidential', {
  from: STATUSES,
  decide: (demand, { hiding, reason }, context) =>
    unless(
      [
        hidingRefusal(knowing(context, demand), hiding, workersOn(demand)),
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
