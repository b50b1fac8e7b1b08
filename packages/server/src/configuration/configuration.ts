import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { Catalogue } from '@xiaoer/domain/catalogue/unit-for';
import type { DemandSettings } from '@xiaoer/domain/demand/settings';
import type { DutyRosterState } from '@xiaoer/domain/duty-roster/duty-roster';
import type { OrganisationId, PersonId, TenantId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import type { Tree } from '@xiaoer/domain/kernel/tree';
import type { OrganisationState } from '@xiaoer/domain/organisation/state';
import { actorFor } from '@xiaoer/domain/person/actor-for';
import type { PersonState } from '@xiaoer/domain/person/state';
import { demandSettingsOn } from '@xiaoer/domain/settings/settings-on';
import type { SettingsState } from '@xiaoer/domain/settings/state';
import type { TerritoryState } from '@xiaoer/domain/territory/state';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { WorkCalendar } from '@xiaoer/domain/time/work-calendar';

/** A tenant's slow-changing set-up, read whole: what decisions, scopes and routing lean on. */
export type Configuration = {
  readonly tenantId: TenantId;
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationState>;
  readonly organisationTree: Tree<OrganisationId>;
  readonly territories: ReadonlyMap<TerritoryId, TerritoryState>;
  readonly territoryTree: Tree<TerritoryId>;
  readonly catalogue: Catalogue;
  /** Everybody who works for the zone; contacts of enterprises are not here. */
  readonly staff: ReadonlyMap<PersonId, PersonState>;
  readonly rosters: readonly DutyRosterState[];
  /** None in a tenant that has not been set up yet. */
  readonly settings: SettingsState | undefined;
  readonly calendars: { readonly officer: WorkCalendar; readonly department: WorkCalendar };
};

const actors = new WeakMap<Configuration, Map<string, PersonActor>>();
const demandSettings = new WeakMap<Configuration, Map<LocalDate, DemandSettings>>();

const remembered = <Key, Value>(
  caches: WeakMap<Configuration, Map<Key, Value>>,
  configuration: Configuration,
  { key, make }: { readonly key: Key; readonly make: () => Value },
): Value => {
  const cache = caches.get(configuration) ?? new Map<Key, Value>();
  caches.set(configuration, cache);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
};

/** The person as they may act today. Staff are kept until the set-up changes, which every change of theirs is. */
export const actorOf = (configuration: Configuration, person: PersonState, today: LocalDate): PersonActor => {
  const make = () =>
    actorFor(person, {
      tenantId: configuration.tenantId,
      today,
      organisations: configuration.organisationTree,
      territories: configuration.territoryTree,
      principals: [...configuration.staff.values()].filter(
        ({ standIns, delegations }) =>
          standIns.some(({ personId }) => personId === person.id) ||
          delegations.some(({ personId }) => personId === person.id),
      ),
    });
  return configuration.staff.has(person.id)
    ? remembered(actors, configuration, { key: `${person.id}/${today}`, make })
    : make();
};

/** What demands are judged by on that day; undefined before the settings are opened. */
export const demandSettingsOf = (
  configuration: Configuration,
  today: LocalDate,
): DemandSettings | undefined => {
  const { settings, catalogue } = configuration;
  if (settings === undefined) return undefined;
  const make = () => {
    const active = [...catalogue.values()].filter((category) => category.active);
    return demandSettingsOn(
      settings,
      today,
      active.map(({ key }) => key),
    );
  };
  return remembered(demandSettings, configuration, { key: today, make });
};

export const isActiveUnit = ({ organisations }: Configuration, unitId: OrganisationId): boolean =>
  organisations.get(unitId)?.standing.active === true;

export const isActiveTerritory = ({ territories }: Configuration, territoryId: TerritoryId): boolean =>
  territories.get(territoryId)?.standing.active === true;

export const isActiveStaff = ({ staff }: Configuration, personId: PersonId): boolean =>
  staff.get(personId)?.standing.kind === 'active';
