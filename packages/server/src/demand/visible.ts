import type { PersonActor } from '@xiaoer/domain/access/actor';
import { standingFor } from '@xiaoer/domain/demand/permissions';
import { actingAs, dataScope, BUSINESS_ROLES } from '@xiaoer/domain/access/scope';
import type { TerritoryId } from '@xiaoer/domain/kernel/ids';
import type { Tree } from '@xiaoer/domain/kernel/tree';
import { isKeptFromAny } from '../configuration/kept-from.ts';

/** A condition in SQL with its parameters, numbered from `$first`. */
export type Condition = { readonly text: string; readonly values: readonly unknown[] };

/** Collects parameters and hands out their places. */
export const parameterList = (values: unknown[] = []) => ({
  values,
  add: (value: unknown): string => `$${values.push(value)}`,
});
export type Parameters = ReturnType<typeof parameterList>;

const isKeptFromActor = (demand: string, actor: PersonActor, { add }: Parameters): string => {
  const { personIds, unitIds } = standingFor(actor);
  return isKeptFromAny(demand, { unitIds: add(unitIds), personIds: add(personIds) });
};

const notHidden = (actor: PersonActor, parameters: Parameters): string =>
  `case when ${isKeptFromActor('d', actor, parameters)} then false else true end`;

/** The demands of $1 that are kept from an actor, found once for a statement: they are few. */
export const keptFrom = (actor: PersonActor, parameters: Parameters): string =>
  `array(select h.demand_id from demand h where h.tenant_id = $1 and ${isKeptFromActor('h', actor, parameters)})`;

/** Whether nothing in the zone is beyond the actor's scope. */
export const reachesEverywhere = (actor: PersonActor, territories: Tree<TerritoryId>): boolean => {
  const scope = dataScope(actor);
  if (scope.kind !== 'some') return scope.kind === 'all';
  return [...territories].every(([id, parent]) => parent !== undefined || scope.territoryIds.includes(id));
};

/** What `visibleTo` asks of a demand. */
export const VISIBLE_COLUMNS = `d.tenant_id, d.demand_id, d.confidential, d.hidden_unit_ids, d.hidden_person_ids,
  d.territory_id, d.owner_unit_id, d.lead_unit_id, d.owner_person_id, d.enterprise_id`;

/**
 * The demands that lists show an actor; `d` is table demand. All of them may be read, as demandReadAccess in the domain judges
 * one; whoever had a part in one that is over may still open it, and finds it in no list.
 */
export const visibleTo = (actor: PersonActor, parameters: Parameters): string => {
  const scope = dataScope(actor);
  if (scope.kind === 'none') return 'false';
  if (scope.kind === 'all') return notHidden(actor, parameters);
  const organisations = `${parameters.add(scope.organisationIds)}::uuid[]`;
  const persons = `${parameters.add(scope.personIds)}::uuid[]`;
  // The planner takes a case for true half the time: it then reads a page in the order of an index and stops. The fence keeps
  // it from hashing all work of the zone for the few rows of a page.
  return `${notHidden(actor, parameters)} and case when
    d.territory_id = any(${parameters.add(scope.territoryIds)}::uuid[])
    or d.owner_unit_id = any(${organisations}) or d.lead_unit_id = any(${organisations})
    or d.owner_person_id = any(${persons})
    or d.enterprise_id = any(${parameters.add(scope.enterpriseIds)}::uuid[])
    or exists (select 1 from demand_work w where w.tenant_id = d.tenant_id and w.demand_id = d.demand_id
      and (w.unit_id = any(${organisations}) or w.person_id = any(${persons})) offset 0)
    then true else false end`;
};

/** The people whose work is the actor's: their own, and that of those they act for. */
export const workersOf = (actor: PersonActor): readonly string[] => [
  ...new Set([actor.personId, ...actingAs(actor, ...BUSINESS_ROLES)]),
];

/** The units in which the actor may take up what nobody has taken yet. */
export const ownUnitsOf = (actor: PersonActor): readonly string[] => [
  ...new Set(
    actor.grants
      .filter(
        ({ role }) => role === 'handler' || role === 'unit-head' || role === 'desk' || role === 'officer',
      )
      .flatMap((grant) => grant.unitId ?? []),
  ),
];
