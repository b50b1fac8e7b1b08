import { allOf } from '../kernel/all-of.ts';
import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type {
  Absence,
  AbsenceId,
  Delegation,
  DelegationId,
  GrantId,
  Personal,
  RoleGrant,
  StandIn,
  StandInId,
} from './state.ts';

/** `personal` is kept apart from the log: read from there it is null. */
export type PersonEvent =
  | {
      readonly type: 'PersonRegistered';
      readonly personId: PersonId;
      readonly personal: Personal | null;
      readonly unitId?: OrganisationId;
    }
  | { readonly type: 'PersonalDetailsChanged'; readonly personal: Personal | null }
  | { readonly type: 'PersonMovedToUnit'; readonly unitId?: OrganisationId }
  | { readonly type: 'RoleGranted'; readonly grant: RoleGrant }
  | { readonly type: 'RoleEnded'; readonly grantId: GrantId; readonly lastDay: LocalDate }
  | { readonly type: 'StandInNamed'; readonly standIn: StandIn }
  | { readonly type: 'StandInEnded'; readonly standInId: StandInId; readonly lastDay: LocalDate }
  | { readonly type: 'AbsenceRecorded'; readonly absence: Absence }
  | { readonly type: 'AbsenceEnded'; readonly absenceId: AbsenceId; readonly lastDay: LocalDate }
  | { readonly type: 'DutiesDelegated'; readonly delegation: Delegation }
  | { readonly type: 'DelegationEnded'; readonly delegationId: DelegationId; readonly lastDay: LocalDate }
  | { readonly type: 'PersonDeactivated'; readonly on: LocalDate; readonly handedTo?: PersonId }
  | { readonly type: 'PersonReactivated' }
  | { readonly type: 'PersonErased'; readonly on: LocalDate };

export const PERSON_EVENT_TYPES = allOf<PersonEvent['type']>()([
  'PersonRegistered',
  'PersonalDetailsChanged',
  'PersonMovedToUnit',
  'RoleGranted',
  'RoleEnded',
  'StandInNamed',
  'StandInEnded',
  'AbsenceRecorded',
  'AbsenceEnded',
  'DutiesDelegated',
  'DelegationEnded',
  'PersonDeactivated',
  'PersonReactivated',
  'PersonErased',
]);
