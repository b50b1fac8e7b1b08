import { allOf } from '../kernel/all-of.ts';
import type { CommandContext } from '../access/command-context.ts';
import type { Role } from '../access/role.ts';
import type { EnterpriseId, OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AbsenceId, DelegationId, GrantId, Personal, StandInId } from './state.ts';

export type StaffRole = Exclude<Role, 'enterprise'>;

export type PersonCommand =
  | {
      readonly type: 'RegisterPerson';
      readonly personId: PersonId;
      readonly personal: Personal;
      readonly unitId?: OrganisationId;
    }
  | { readonly type: 'ChangePersonalDetails'; readonly personal: Personal }
  | { readonly type: 'MovePersonToUnit'; readonly unitId?: OrganisationId }
  | {
      readonly type: 'GrantRole';
      readonly grantId: GrantId;
      readonly role: StaffRole;
      readonly unitId?: OrganisationId;
      readonly territoryId?: TerritoryId;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndRole'; readonly grantId: GrantId; readonly lastDay: LocalDate }
  /** Apart from GrantRole because a service officer may make somebody the voice of an enterprise, never of a unit. */
  | {
      readonly type: 'GrantContactRole';
      readonly grantId: GrantId;
      readonly enterpriseId: EnterpriseId;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndContactRole'; readonly grantId: GrantId; readonly lastDay: LocalDate }
  | {
      readonly type: 'NameStandIn';
      readonly standInId: StandInId;
      readonly personId: PersonId;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndStandIn'; readonly standInId: StandInId; readonly lastDay: LocalDate }
  | {
      readonly type: 'RecordAbsence';
      readonly absenceId: AbsenceId;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndAbsence'; readonly absenceId: AbsenceId; readonly lastDay: LocalDate }
  | {
      readonly type: 'DelegateDuties';
      readonly delegationId: DelegationId;
      readonly personId: PersonId;
      readonly grantIds: readonly GrantId[];
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  | { readonly type: 'EndDelegation'; readonly delegationId: DelegationId; readonly lastDay: LocalDate }
  /** `handOverTo`: who takes over the open demands that the person owns. */
  | { readonly type: 'DeactivatePerson'; readonly handOverTo?: PersonId }
  | { readonly type: 'ReactivatePerson' }
  | { readonly type: 'ErasePerson' };

export const PERSON_COMMAND_TYPES = allOf<PersonCommand['type']>()([
  'RegisterPerson',
  'ChangePersonalDetails',
  'MovePersonToUnit',
  'GrantRole',
  'EndRole',
  'GrantContactRole',
  'EndContactRole',
  'NameStandIn',
  'EndStandIn',
  'RecordAbsence',
  'EndAbsence',
  'DelegateDuties',
  'EndDelegation',
  'DeactivatePerson',
  'ReactivatePerson',
  'ErasePerson',
]);

export type PersonContext = CommandContext & {
  /** Of the units, territories and enterprises the command names, those that exist and are active. */
  readonly activeUnitIds: readonly OrganisationId[];
  readonly activeTerritoryIds: readonly TerritoryId[];
  readonly activeEnterpriseIds: readonly EnterpriseId[];
  /** Of the people the command names, those that are active. */
  readonly activePersonIds: readonly PersonId[];
  /** What the person holds: open demands they own, and `tasks`: whatever else waits for them by name. */
  readonly held: {
    readonly demands: number;
    readonly tasks: number;
    /** The units these demands lie with. */
    readonly unitIds: readonly OrganisationId[];
    /** One of them is about whoever takes over, and kept from them. */
    readonly isKeptFromHeir?: boolean;
  };
  /** The units in which whoever takes over works. */
  readonly heirUnitIds: readonly OrganisationId[];
  /** Another active person signs in with this phone number. */
  readonly isPhoneTaken: boolean;
};
