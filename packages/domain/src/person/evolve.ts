import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { PersonEvent } from './events.ts';
import type { PersonState } from './state.ts';

/** Folds one recorded event into a person. Erasure drops the personal data, whether or not the log can still read it. */
export const evolve = (state: PersonState | undefined, event: Recorded<PersonEvent>): PersonState => {
  if (event.type === 'PersonRegistered') {
    const { personId: id, personal, unitId } = event;
    const lists = { grants: [], standIns: [], absences: [], delegations: [] };
    return { id, personal, unitId, ...lists, standing: { kind: 'active' } };
  }
  invariant(state !== undefined, `${event.type} without a person`);
  switch (event.type) {
    case 'PersonalDetailsChanged':
      return { ...state, personal: event.personal };
    case 'PersonMovedToUnit':
      return { ...state, unitId: event.unitId };
    case 'RoleGranted':
      return { ...state, grants: [...state.grants, event.grant] };
    case 'RoleEnded':
      return {
        ...state,
        grants: state.grants.map((grant) =>
          grant.grantId === event.grantId ? { ...grant, to: event.lastDay } : grant,
        ),
      };
    case 'StandInNamed':
      return { ...state, standIns: [...state.standIns, event.standIn] };
    case 'StandInEnded':
      return {
        ...state,
        standIns: state.standIns.map((standIn) =>
          standIn.standInId === event.standInId ? { ...standIn, to: event.lastDay } : standIn,
        ),
      };
    case 'AbsenceRecorded':
      return { ...state, absences: [...state.absences, event.absence] };
    case 'AbsenceEnded':
      return {
        ...state,
        absences: state.absences.map((absence) =>
          absence.absenceId === event.absenceId ? { ...absence, to: event.lastDay } : absence,
        ),
      };
    case 'DutiesDelegated':
      return { ...state, delegations: [...state.delegations, event.delegation] };
    case 'DelegationEnded':
      return {
        ...state,
        delegations: state.delegations.map((delegation) =>
          delegation.delegationId === event.delegationId ? { ...delegation, to: event.lastDay } : delegation,
        ),
      };
    case 'PersonDeactivated':
      return { ...state, standing: { kind: 'deactivated', since: event.on } };
    case 'PersonReactivated':
      return { ...state, standing: { kind: 'active' } };
    case 'PersonErased':
      return { ...state, personal: null, standing: { kind: 'erased', since: event.on } };
  }
};
