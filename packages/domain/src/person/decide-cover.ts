import { accepted, refused } from '../kernel/decision.ts';
import { isOrdered, lastDayFits, overlaps } from '../kernel/day-span.ts';
import type { PersonCommand, PersonContext } from './commands.ts';
import type { PersonState } from './state.ts';

type Named<Type extends PersonCommand['type']> = Extract<PersonCommand, { type: Type }>;

export const nameStandIn = (
  state: PersonState,
  { standInId, personId, from, to }: Named<'NameStandIn'>,
  { activePersonIds }: PersonContext,
) => {
  if (state.standing.kind !== 'active') return refused('person.not-active');
  if (personId === state.id) return refused('person.stand-in-self');
  if (!activePersonIds.includes(personId)) return refused('person.other-unknown');
  const standIn = { standInId, personId, from, to };
  if (!isOrdered(standIn)) return refused('person.dates-reversed');
  const held = state.standIns.some((other) => other.standInId === standInId || overlaps(other, standIn));
  return held ? refused('person.stand-in-held') : accepted({ type: 'StandInNamed' as const, standIn });
};

export const endStandIn = (state: PersonState, { standInId, lastDay }: Named<'EndStandIn'>) => {
  const standIn = state.standIns.find((candidate) => candidate.standInId === standInId);
  if (standIn === undefined) return refused('person.stand-in-unknown');
  return lastDayFits(standIn, lastDay)
    ? accepted({ type: 'StandInEnded' as const, standInId, lastDay })
    : refused('person.last-day-outside', { from: standIn.from });
};

export const recordAbsence = (state: PersonState, { absenceId, from, to }: Named<'RecordAbsence'>) => {
  if (state.standing.kind !== 'active') return refused('person.not-active');
  const absence = { absenceId, from, to };
  if (!isOrdered(absence)) return refused('person.dates-reversed');
  const clash = state.absences.some((other) => other.absenceId === absenceId || overlaps(other, absence));
  return clash ? refused('person.absence-overlaps') : accepted({ type: 'AbsenceRecorded' as const, absence });
};

export const endAbsence = (state: PersonState, { absenceId, lastDay }: Named<'EndAbsence'>) => {
  const absence = state.absences.find((candidate) => candidate.absenceId === absenceId);
  if (absence === undefined) return refused('person.absence-unknown');
  return lastDayFits(absence, lastDay)
    ? accepted({ type: 'AbsenceEnded' as const, absenceId, lastDay })
    : refused('person.last-day-outside', { from: absence.from });
};

/** Only one's own grants, and never the voice of an enterprise. */
export const delegateDuties = (
  state: PersonState,
  { delegationId, personId, grantIds, from, to }: Named<'DelegateDuties'>,
  { activePersonIds }: PersonContext,
) => {
  if (state.standing.kind !== 'active') return refused('person.not-active');
  if (personId === state.id) return refused('person.delegation-self');
  if (grantIds.length === 0) return refused('person.delegation-empty');
  if (from > to) return refused('person.dates-reversed');
  if (!activePersonIds.includes(personId)) return refused('person.other-unknown');
  const grants = grantIds.map((id) => state.grants.find(({ grantId }) => grantId === id));
  if (grants.includes(undefined)) return refused('person.grant-unknown');
  if (grants.some((grant) => grant?.role === 'enterprise')) return refused('person.grant-not-delegable');
  if (state.delegations.some((other) => other.delegationId === delegationId)) return refused('person.exists');
  const delegation = { delegationId, personId, grantIds, from, to };
  return accepted({ type: 'DutiesDelegated' as const, delegation });
};

export const endDelegation = (state: PersonState, { delegationId, lastDay }: Named<'EndDelegation'>) => {
  const delegation = state.delegations.find((candidate) => candidate.delegationId === delegationId);
  if (delegation === undefined) return refused('person.delegation-unknown');
  return lastDayFits(delegation, lastDay)
    ? accepted({ type: 'DelegationEnded' as const, delegationId, lastDay })
    : refused('person.last-day-outside', { from: delegation.from });
};
