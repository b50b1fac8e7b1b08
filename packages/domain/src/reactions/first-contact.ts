import type { Holder } from '../demand/parts.ts';
import { onDuty, type DutyRosterState } from '../duty-roster/duty-roster.ts';
import type { PersonId, TerritoryId } from '../kernel/ids.ts';
import { covers } from '../kernel/day-span.ts';
import type { PersonState } from '../person/state.ts';
import { dateOf, type Instant } from '../time/instant.ts';

type Staff = ReadonlyMap<PersonId, PersonState>;

/** Somebody who works for the zone today, with their unit; undefined for whoever has left or sits in no unit. */
export const workingHolder = (staff: Staff, personId: PersonId): Holder | undefined => {
  const person = staff.get(personId);
  return person?.standing.kind !== 'active' || person.unitId === undefined
    ? undefined
    : { unitId: person.unitId, personId };
};

/** A place and what it lies in, the place itself first. */
type Path = readonly TerritoryId[];

/** How near a territory is to the place, 0 the place itself; the whole zone is the farthest, others are no answer. */
const nearness = (path: Path, territoryId: TerritoryId | undefined): number =>
  territoryId === undefined ? path.length : path.indexOf(territoryId);

const nearestFirst = <Item extends { readonly territoryId?: TerritoryId }>(
  path: Path,
  items: readonly Item[],
): readonly Item[] =>
  items
    .map((item) => ({ item, near: nearness(path, item.territoryId) }))
    .filter(({ near }) => near >= 0)
    .toSorted((one, other) => one.near - other.near)
    .map(({ item }) => item);

export type DeskFacts = {
  readonly rosters: readonly DutyRosterState[];
  readonly staff: Staff;
  /** The territory the demand is about and all it lies in. */
  readonly path: Path;
  readonly now: Instant;
};

/**
 * Who answers for the desk: whoever is on duty on the roster of the nearest territory, and with nobody on duty the unit of
 * the nearest desk, in the end of any desk. Undefined in a zone where nobody holds one.
 */
export const deskOnDuty = ({ rosters, staff, path, now }: DeskFacts): Holder | undefined => {
  for (const roster of nearestFirst(path, rosters))
    for (const personId of onDuty(roster, now))
      if (staff.get(personId)?.standing.kind === 'active') return { unitId: roster.unitId, personId };
  const desks = [...staff.values()]
    .filter(({ standing }) => standing.kind === 'active')
    .flatMap(({ grants }) => grants.filter((grant) => grant.role === 'desk' && covers(grant, dateOf(now))));
  const unitId = [...nearestFirst(path, desks), ...desks].find((grant) => grant.unitId !== undefined)?.unitId;
  return unitId && { unitId };
};
