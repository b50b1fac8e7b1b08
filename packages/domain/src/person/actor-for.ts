import type { Grant, PersonActor } from '../access/actor.ts';
import type { OrganisationId, PersonId, TenantId, TerritoryId } from '../kernel/ids.ts';
import { covers } from '../kernel/day-span.ts';
import { subtree, type Tree } from '../kernel/tree.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { PersonState, RoleGrant } from './state.ts';

export type ActorFacts = {
  readonly tenantId: TenantId;
  readonly today: LocalDate;
  readonly organisations: Tree<OrganisationId>;
  readonly territories: Tree<TerritoryId>;
  /** Everybody who has named this person as stand-in or delegate. */
  readonly principals: readonly PersonState[];
};

const reach = (grant: RoleGrant, facts: ActorFacts, onBehalfOf?: PersonId): Grant => ({
  role: grant.role,
  ...(grant.unitId !== undefined && { unitId: grant.unitId }),
  organisationIds: grant.unitId === undefined ? [] : subtree(facts.organisations, grant.unitId),
  territoryIds: grant.territoryId === undefined ? [] : subtree(facts.territories, grant.territoryId),
  ...(grant.enterpriseId !== undefined && { enterpriseId: grant.enterpriseId }),
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});

const heldOn = (person: PersonState, day: LocalDate): readonly RoleGrant[] =>
  person.standing.kind === 'active' ? person.grants.filter((grant) => covers(grant, day)) : [];

/** What a principal lends to the person today: delegated grants, and all of them while absent. Never what was lent to the principal. */
const lent = (principal: PersonState, to: PersonId, day: LocalDate): readonly RoleGrant[] => {
  const standsIn =
    principal.absences.some((absence) => covers(absence, day)) &&
    principal.standIns.some((standIn) => standIn.personId === to && covers(standIn, day));
  const delegated = new Set(
    principal.delegations
      .filter((delegation) => delegation.personId === to && covers(delegation, day))
      .flatMap((delegation) => delegation.grantIds),
  );
  return heldOn(principal, day).filter(
    (grant) => grant.role !== 'enterprise' && (standsIn || delegated.has(grant.grantId)),
  );
};

/** The person as they may act today. A person who is not active has no grants at all. */
export const actorFor = (person: PersonState, facts: ActorFacts): PersonActor => {
  const own = heldOn(person, facts.today).map((grant) => reach(grant, facts));
  const borrowed =
    person.standing.kind === 'active'
      ? facts.principals
          .filter((principal) => principal.id !== person.id)
          .flatMap((principal) =>
            lent(principal, person.id, facts.today).map((grant) => reach(grant, facts, principal.id)),
          )
      : [];
  const { tenantId, today } = facts;
  return {
    kind: 'person',
    today,
    tenantId,
    personId: person.id,
    ...(person.unitId !== undefined && { unitId: person.unitId }),
    grants: [...own, ...borrowed],
  };
};
