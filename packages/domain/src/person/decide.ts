import { decideBy } from '../kernel/decide-by.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { PersonCommand, PersonContext } from './commands.ts';
import {
  delegateDuties,
  endAbsence,
  endDelegation,
  endStandIn,
  nameStandIn,
  recordAbsence,
} from './decide-cover.ts';
import { endGrant, grant } from './decide-roles.ts';
import { leave } from './decide-leaving.ts';
import type { PersonEvent } from './events.ts';
import { personalObjection } from './personal.ts';
import type { PersonRefusal } from './refusals.ts';
import { PERSONAL_FIELDS, type PersonState } from './state.ts';

/** Judges a command against a person. */
export const decide = decideBy<
  PersonState,
  PersonCommand,
  PersonEvent,
  PersonRefusal,
  PersonContext,
  'RegisterPerson'
>({
  missing: 'person.unknown',
  existing: 'person.exists',
  opening: {
    RegisterPerson: ({ personId, personal, unitId }, context) => {
      const objection = personalObjection(personal);
      if (objection !== undefined) return objection;
      if (context.isPhoneTaken) return refused('person.phone-taken', { field: 'personal.phone' });
      if (unitId !== undefined && !context.activeUnitIds.includes(unitId))
        return refused('person.unit-unknown');
      return accepted({ type: 'PersonRegistered', personId, personal, unitId });
    },
  },
  changing: {
    ChangePersonalDetails: (state, { personal }, { isPhoneTaken }) => {
      if (state.standing.kind === 'erased') return refused('person.erased');
      if (PERSONAL_FIELDS.every((field) => personal[field] === state.personal?.[field]))
        return refused('person.unchanged');
      const objection = personalObjection(personal);
      if (objection !== undefined) return objection;
      return isPhoneTaken
        ? refused('person.phone-taken', { field: 'personal.phone' })
        : accepted({ type: 'PersonalDetailsChanged', personal });
    },
    MovePersonToUnit: (state, { unitId }, { activeUnitIds }) => {
      if (state.standing.kind !== 'active') return refused('person.not-active');
      if (unitId === state.unitId) return refused('person.unchanged');
      if (unitId !== undefined && !activeUnitIds.includes(unitId)) return refused('person.unit-unknown');
      return accepted({ type: 'PersonMovedToUnit', unitId });
    },
    GrantRole: (state, { grantId, role, unitId, territoryId, from, to }, context) =>
      grant(state, { grantId, role, unitId, territoryId, from, to }, context),
    EndRole: (state, command) => endGrant(state, command, false),
    GrantContactRole: (state, { grantId, enterpriseId, from, to }, context) =>
      grant(state, { grantId, role: 'enterprise', enterpriseId, from, to }, context),
    EndContactRole: (state, command) => endGrant(state, command, true),
    NameStandIn: nameStandIn,
    EndStandIn: endStandIn,
    RecordAbsence: recordAbsence,
    EndAbsence: endAbsence,
    DelegateDuties: delegateDuties,
    EndDelegation: endDelegation,
    DeactivatePerson: leave,
    ReactivatePerson: (state, _command, { isPhoneTaken }) => {
      if (state.standing.kind === 'erased') return refused('person.erased');
      if (state.standing.kind === 'active') return refused('person.already-active');
      return isPhoneTaken ? refused('person.phone-taken') : accepted({ type: 'PersonReactivated' });
    },
    ErasePerson: (state, _command, { today }) => {
      if (state.standing.kind === 'erased') return refused('person.erased');
      return state.standing.kind === 'active'
        ? refused('person.not-deactivated')
        : accepted({ type: 'PersonErased', on: today });
    },
  },
});
