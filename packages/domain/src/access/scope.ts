import type { EnterpriseId, OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import { grantsOf, hasRole, type Actor, type Grant } from './actor.ts';
import type { Role } from './role.ts';

/** What an actor's lists may hold: everything, or whatever one of these reaches, or nothing. */
export type DataScope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      readonly organisationIds: readonly OrganisationId[];
      readonly territoryIds: readonly TerritoryId[];
      readonly enterpriseIds: readonly EnterpriseId[];
      /** The actor, and those the actor acts for: what is assigned to them in person. */
      readonly personIds: readonly PersonId[];
    }
  | { readonly kind: 'none' };

/** Where a record lies: it is within a scope that reaches any one of these. */
export type Whereabouts = {
  readonly organisationIds?: readonly OrganisationId[];
  readonly territoryIds?: readonly TerritoryId[];
  readonly enterpriseId?: EnterpriseId;
  readonly personIds?: readonly PersonId[];
};

/** Roles that do the zone's business. An administrator has no business rights by that role alone. */
export const BUSINESS_ROLES = [
  'officer',
  'handler',
  'unit-head',
  'desk',
  'leader',
  'guide',
] as const satisfies readonly Role[];

const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

/** In whose name the actor holds one of the roles: their own, and that of everybody they act for. */
export const actingAs = (actor: Actor, ...roles: readonly Role[]): readonly PersonId[] =>
  actor.kind === 'system'
    ? []
    : distinct(grantsOf(actor, ...roles).map((grant: Grant) => grant.onBehalfOf ?? actor.personId));

/** The scope of an actor's lists. Deny by default: nothing without a grant that reaches it. */
export const dataScope = (actor: Actor): DataScope => {
  if (actor.kind === 'system' || hasRole(actor, 'inspector')) return { kind: 'all' };
  const business = grantsOf(actor, ...BUSINESS_ROLES);
  const scope = {
    organisationIds: distinct(business.flatMap((grant) => grant.organisationIds)),
    territoryIds: distinct(business.flatMap((grant) => grant.territoryIds)),
    enterpriseIds: distinct(grantsOf(actor, 'enterprise').flatMap((grant) => grant.enterpriseId ?? [])),
    personIds: actingAs(actor, ...BUSINESS_ROLES),
  };
  const empty = Object.values(scope).every((ids) => ids.length === 0);
  return empty ? { kind: 'none' } : { kind: 'some', ...scope };
};

/** Whether a record lies within a scope. */
export const isWithin = (scope: DataScope, where: Whereabouts): boolean => {
  if (scope.kind !== 'some') return scope.kind === 'all';
  const { organisationIds = [], territoryIds = [], enterpriseId, personIds = [] } = where;
  return (
    organisationIds.some((id) => scope.organisationIds.includes(id)) ||
    territoryIds.some((id) => scope.territoryIds.includes(id)) ||
    (enterpriseId !== undefined && scope.enterpriseIds.includes(enterpriseId)) ||
    personIds.some((id) => scope.personIds.includes(id))
  );
};
