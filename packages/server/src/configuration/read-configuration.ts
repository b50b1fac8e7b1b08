import type { CategoryState } from '@xiaoer/domain/catalogue/state';
import type { DutyRosterState } from '@xiaoer/domain/duty-roster/duty-roster';
import type { OrganisationState } from '@xiaoer/domain/organisation/state';
import type { PersonState } from '@xiaoer/domain/person/state';
import { tenantCalendar } from '@xiaoer/domain/settings/settings-on';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { SettingsState } from '@xiaoer/domain/settings/state';
import type { TerritoryState } from '@xiaoer/domain/territory/state';
import type { WorkCalendar } from '@xiaoer/domain/time/work-calendar';
import type { ReadDb, Tx } from '../db/transact.ts';
import type { Configuration } from './configuration.ts';

export type StateCalendars = { readonly officer: WorkCalendar; readonly department: WorkCalendar };

/** Answers with the set-up as this transaction sees it. */
export type ReadConfiguration = ((db: Tx | ReadDb) => Promise<Configuration>) & {
  /** The set-up when this process already holds just that version: for who has read the version elsewhere. */
  readonly peek: (tenantId: TenantId, version: string) => Configuration | undefined;
};

type SetUpRow = {
  readonly organisations: readonly OrganisationState[] | null;
  readonly territories: readonly TerritoryState[] | null;
  readonly categories: readonly CategoryState[] | null;
  readonly staff: readonly PersonState[] | null;
  readonly rosters: readonly DutyRosterState[] | null;
  readonly settings: SettingsState | null;
};

const SET_UP = `
  select
    (select jsonb_agg(state order by organisation_id) from organisation where tenant_id = $1) as organisations,
    (select jsonb_agg(state order by territory_id) from territory where tenant_id = $1) as territories,
    (select jsonb_agg(state order by category_key) from category where tenant_id = $1) as categories,
    (select jsonb_agg(state || jsonb_build_object('personal', personal) order by person_id)
       from person where tenant_id = $1 and staff) as staff,
    (select jsonb_agg(state order by roster_id) from duty_roster where tenant_id = $1) as rosters,
    (select state from settings where tenant_id = $1) as settings`;

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[] | null) =>
  new Map((entries ?? []).map((entry) => [entry.id as Entry['id'], entry]));

const treeOf = <Id extends string>(nodes: ReadonlyMap<Id, { readonly parentId?: Id }>) =>
  new Map([...nodes].map(([id, { parentId }]) => [id, parentId]));

const calendarsOf = (settings: SettingsState | null, ofState: StateCalendars): StateCalendars =>
  settings === null
    ? ofState
    : {
        officer: tenantCalendar(settings, 'officer', ofState.officer),
        department: tenantCalendar(settings, 'department', ofState.department),
      };

const readWhole = async (db: Tx | ReadDb, ofState: StateCalendars): Promise<Configuration> => {
  const [row] = await db.query<SetUpRow>(SET_UP, [db.scope.tenantId]);
  const organisations = byId(row?.organisations ?? null);
  const territories = byId(row?.territories ?? null);
  const settings = row?.settings ?? null;
  return {
    tenantId: db.scope.tenantId,
    organisations,
    organisationTree: treeOf(organisations),
    territories,
    territoryTree: treeOf(territories),
    catalogue: new Map((row?.categories ?? []).map((category) => [category.key, category])),
    staff: byId(row?.staff ?? null),
    rosters: row?.rosters ?? [],
    settings: settings ?? undefined,
    calendars: calendarsOf(settings, ofState),
  };
};

/**
 * Reads set-ups through a cache that every use checks against `configuration_version` in its own transaction, so that
 * no process acts on what another one has changed. Commands that share a transaction ask at the same time, and once.
 */
export const configurationReader = (ofState: StateCalendars): ReadConfiguration => {
  const cache = new Map<number, { readonly version: string; readonly configuration: Configuration }>();
  const peek = (tenantId: TenantId, version: string) => {
    const known = cache.get(tenantId);
    return known?.version === version ? known.configuration : undefined;
  };
  const readThrough = async (db: Tx | ReadDb): Promise<Configuration> => {
    const { tenantId } = db.scope;
    const [row] = await db.query<{ command_id: string }>(
      'select command_id from configuration_version where tenant_id = $1',
      [tenantId],
    );
    const version = row?.command_id ?? '';
    const known = peek(tenantId, version);
    if (known !== undefined) return known;
    const configuration = await readWhole(db, ofState);
    cache.set(tenantId, { version, configuration });
    return configuration;
  };
  const underWay = new WeakMap<Tx | ReadDb, Promise<Configuration>>();
  const readOnce = (db: Tx | ReadDb): Promise<Configuration> => {
    const read = underWay.get(db) ?? readThrough(db).finally(() => underWay.delete(db));
    underWay.set(db, read);
    return read;
  };
  return Object.assign(readOnce, { peek });
};
