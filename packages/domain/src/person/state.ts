import type { Role } from '../access/role.ts';
import type { EnterpriseId, Id, OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import type { DaySpan } from '../kernel/day-span.ts';
import type { LocalDate } from '../time/local-date.ts';

export type GrantId = Id<'grant'>;
export type StandInId = Id<'standIn'>;
export type AbsenceId = Id<'absence'>;
export type DelegationId = Id<'delegation'>;

/** The only personal data in the product. The server stores it apart and can erase it without touching the log's seal. */
export type Personal = { readonly name: string; readonly phone?: string; readonly email?: string };
export const PERSONAL_FIELDS = ['name', 'phone', 'email'] as const satisfies readonly (keyof Personal)[];

/** A role as it was given: where it is held, from which day to which. */
export type RoleGrant = DaySpan & {
  readonly grantId: GrantId;
  readonly role: Role;
  readonly unitId?: OrganisationId;
  readonly territoryId?: TerritoryId;
  /** Only for role `enterprise`. */
  readonly enterpriseId?: EnterpriseId;
};

/** AB角: `personId` stands in with the same grants on every day on which the principal is absent. */
export type StandIn = DaySpan & { readonly standInId: StandInId; readonly personId: PersonId };
export type Absence = DaySpan & { readonly absenceId: AbsenceId };

/** Dated delegation of chosen grants. It always ends. */
export type Delegation = {
  readonly delegationId: DelegationId;
  readonly personId: PersonId;
  readonly grantIds: readonly GrantId[];
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type PersonStanding =
  | { readonly kind: 'active' }
  | { readonly kind: 'deactivated'; readonly since: LocalDate }
  | { readonly kind: 'erased'; readonly since: LocalDate };

export type PersonState = {
  readonly id: PersonId;
  /** None once erased. */
  readonly personal: Personal | null;
  readonly unitId?: OrganisationId;
  readonly grants: readonly RoleGrant[];
  readonly standIns: readonly StandIn[];
  readonly absences: readonly Absence[];
  readonly delegations: readonly Delegation[];
  readonly standing: PersonStanding;
};
