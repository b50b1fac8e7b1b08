import type { EnterpriseId, OrganisationId, PersonId, TenantId, TerritoryId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Role } from './role.ts';

/**
 * One role as it reaches today: organisation and territory subtrees are already expanded to their ids.
 * `onBehalfOf` names the person whose grant this is when it came by delegation or as a stand-in.
 */
export type Grant = {
  readonly role: Role;
  /** The unit the role is held in; none for an enterprise's contact. */
  readonly unitId?: OrganisationId;
  /** Units within reach. Empty means none. */
  readonly organisationIds: readonly OrganisationId[];
  /** Territories within reach. Empty means none. */
  readonly territoryIds: readonly TerritoryId[];
  /** Only for role `enterprise`. */
  readonly enterpriseId?: EnterpriseId;
  readonly onBehalfOf?: PersonId;
};

export type PersonActor = {
  readonly kind: 'person';
  /** The day on which the grants are held: what else has a last day is judged by it too. */
  readonly today: LocalDate;
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  /** Where they belong, whatever roles they hold elsewhere; an enterprise's contact has no unit. */
  readonly unitId?: OrganisationId;
  readonly grants: readonly Grant[];
};

/** The program itself: due moments and reactions. */
export type SystemActor = { readonly kind: 'system'; readonly tenantId: TenantId };

export type Actor = PersonActor | SystemActor;

/** Hidden: answer as if the subject did not exist. */
export type Access = 'allowed' | 'forbidden' | 'hidden';

export const grantsOf = (actor: Actor, ...roles: readonly Role[]): readonly Grant[] =>
  actor.kind === 'system' ? [] : actor.grants.filter((grant) => roles.includes(grant.role));

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  grantsOf(actor, ...roles).length > 0;
