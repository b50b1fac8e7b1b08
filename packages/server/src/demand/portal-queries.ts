import type { portalDemand, portalDemands, portalTeam } from '@xiaoer/contract/portal';
import type { QueryOf } from '@xiaoer/contract/route';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { RecordedDemandEvent } from '@xiaoer/domain/demand/evolve';
import { outwardEvent } from '@xiaoer/domain/demand/outward';
import { demandReadAccess } from '@xiaoer/domain/demand/permissions';
import { outwardView } from '@xiaoer/domain/demand/projections/outward-view';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../execute/logged-events.ts';
import { cursorOf, positionOf } from '../http/cursor.ts';
import { actionsOn } from './detail-query.ts';

type Page = z.input<typeof portalDemands.response>;
type One = z.input<typeof portalDemand.response>;
type Team = z.input<typeof portalTeam.response>;

type StateRow = {
  readonly state: Demand;
  readonly version: number;
  readonly raised_at: Instant;
  readonly demand_id: string;
};

const itemOf = ({ state, version }: StateRow): Page['items'][number] => {
  const view = outwardView(state);
  return {
    id: view.id,
    version,
    number: view.number,
    title: view.particulars.title,
    status: view.status,
    category: view.particulars.category,
    urgency: view.urgency,
    raisedAt: view.registeredAt,
    dueAt: view.dueAt,
    closedAt: view.closedAt ?? null,
    outcome: view.outcome ?? null,
  };
};

/** The enterprise's demands, newest first. Row-level security holds the rest back too. */
export const portalPage = async (
  db: ReadDb,
  enterpriseId: EnterpriseId,
  { cursor, limit }: QueryOf<typeof portalDemands>,
): Promise<Page> => {
  const [at, id] = (cursor && positionOf(cursor)) || ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  const rows = await db.query<StateRow>(
    `select state, version, raised_at, demand_id from demand
     where tenant_id = $1 and enterprise_id = $2 and (raised_at, demand_id) < ($3::timestamptz, $4::uuid)
     order by raised_at desc, demand_id desc limit $5`,
    [db.scope.tenantId, enterpriseId, at, id, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(itemOf),
    next: rows.length > limit && last !== undefined ? cursorOf([last.raised_at, last.demand_id]) : null,
  };
};

type Asked = {
  readonly id: string;
  readonly actor: PersonActor;
  readonly now: Instant;
  readonly configuration: Configuration;
};

/** One demand as its asker may see it: outward fields of the state and of the story, nothing else. */
export const portalDetail = async (db: ReadDb, asked: Asked): Promise<One | undefined> => {
  const [row] = await db.query<StateRow>(
    'select state, version, raised_at, demand_id from demand where tenant_id = $1 and demand_id = $2',
    [db.scope.tenantId, asked.id],
  );
  if (row === undefined || demandReadAccess(asked.actor, row.state) !== 'allowed') return undefined;
  const log = await db.query<LogRow>(
    `select ${LOG_COLUMNS} from event_log where tenant_id = $1 and stream_id = $2 order by version`,
    [db.scope.tenantId, asked.id],
  );
  const story = log.flatMap(
    (entry) => outwardEvent(recordedOf(entry) as unknown as RecordedDemandEvent) ?? [],
  );
  return {
    version: row.version,
    demand: outwardView(row.state),
    story: story.map(({ type, at, fields }) => ({ type, at, fields: { ...fields } })),
    actions: [...actionsOn(row.state, asked)],
    unit: asked.configuration.organisations.get(row.state.owner.unitId)?.name ?? '',
  };
};

/** The enterprise, its team today and what it may ask about. */
export const portalTeamOf = async (
  db: ReadDb,
  enterpriseId: EnterpriseId,
  { configuration, now }: { readonly configuration: Configuration; readonly now: Instant },
): Promise<Team | undefined> => {
  const [row] = await db.query<{ state: EnterpriseState }>(
    'select state from enterprise where tenant_id = $1 and enterprise_id = $2',
    [db.scope.tenantId, enterpriseId],
  );
  if (row === undefined) return undefined;
  const today = dateOf(now);
  const { id, name, sites, team } = row.state;
  const serving = team.filter(({ from, to }) => from <= today && (to === undefined || today <= to));
  return {
    enterprise: {
      id,
      name,
      sites: sites
        .filter(({ open }) => open)
        .map((site) => ({ siteId: site.siteId, name: site.name, territoryId: site.territoryId })),
    },
    team: serving.flatMap(({ role, personId }) => {
      const person = configuration.staff.get(personId);
      const personal = person?.personal;
      if (!personal) return [];
      const unit = person.unitId && configuration.organisations.get(person.unitId)?.name;
      return [{ role, personId, name: personal.name, unit: unit ?? null, phone: personal.phone ?? null }];
    }),
    categories: [...configuration.catalogue.values()]
      .filter(({ active }) => active)
      .map(({ key, names }) => ({ key, ...names })),
  };
};
