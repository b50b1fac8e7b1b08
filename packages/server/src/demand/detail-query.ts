import type { demandDetail } from '@xiaoer/contract/demand-views';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { unitFor } from '@xiaoer/domain/catalogue/unit-for';
import { allowedActions } from '@xiaoer/domain/demand/allowed-actions';
import { attemptsLeft, nextAttemptOn } from '@xiaoer/domain/demand/call-attempts';
import { demandReadAccess } from '@xiaoer/domain/demand/permissions';
import type { Demand } from '@xiaoer/domain/demand/state';
import { calendarFor } from '@xiaoer/domain/demand/terms';
import type { PromiseKind } from '@xiaoer/domain/demand/vocabulary';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { OrganisationId, PersonId } from '@xiaoer/domain/kernel/ids';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { workingDaysLeft } from '@xiaoer/domain/time/time-left';
import type { z } from 'zod';
import { demandSettingsOf, type Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { jsonArray, jsonOf, jsonWith, type JsonOf } from '../http/json-text.ts';
import { ITEM_COLUMNS, itemText, type ItemRow } from './item.ts';

type Detail = z.input<typeof demandDetail.response>;

type Told = Detail['story'][number];

/** States and events pass through as the database wrote them: they are read by who asked for them. */
type EventRow = {
  readonly version: number;
  readonly type: Told['type'];
  readonly data: JsonOf<Told['data']>;
  readonly actor_id: PersonId | null;
  readonly on_behalf_of: PersonId | null;
  readonly recorded_at: Instant;
};

const storyOf = (rows: readonly EventRow[]): JsonOf<Told[]> =>
  jsonArray(
    rows.map(({ version, type, data, actor_id: personId, on_behalf_of: onBehalfOf, recorded_at: at }) => {
      const by = personId && { personId, ...(onBehalfOf !== null && { onBehalfOf }) };
      return jsonWith(jsonOf({ version, type, at, by }), { data });
    }),
  );

const DASH = 45;
const isDash = (text: string, at: number): boolean => text.charCodeAt(at) === DASH;

/** Adds the ids in a text: whatever has their dashes. Many times as fast as a pattern that is tried at every letter. */
const addIdsIn = (text: string, ids: Set<string>): void => {
  let at = text.indexOf('-');
  while (at >= 0) {
    const found = isDash(text, at + 5) && isDash(text, at + 10) && isDash(text, at + 15);
    if (found) ids.add(text.slice(at - 8, at + 28));
    at = text.indexOf('-', at + (found ? 28 : 1));
  }
};

/** Names of whoever texts of ids mention. */
const namesIn = (
  { organisations, staff }: Configuration,
  contacts: DetailRow['contacts'],
  texts: readonly string[],
) => {
  const people: Record<string, string> = { ...contacts };
  const units: Record<string, string> = {};
  const ids = new Set<string>();
  for (const text of texts) addIdsIn(text, ids);
  for (const id of ids) {
    const unit = organisations.get(id as OrganisationId)?.name;
    if (unit !== undefined) units[id] = unit;
    const person = staff.get(id as PersonId)?.personal?.name;
    if (person !== undefined) people[id] = person;
  }
  return { people, units };
};

type Asked = {
  readonly id: string;
  readonly actor: PersonActor;
  readonly now: Instant;
  readonly configuration: Configuration;
};

/** What the actor may do with the demand now. */
export const actionsOn = (demand: Demand, { actor, now, configuration }: Asked): Detail['actions'] => {
  const settings = demandSettingsOf(configuration, dateOf(now));
  invariant(settings, 'a zone opens its settings before it has demands');
  const facts = {
    enterpriseActive: true,
    activeUnitIds: [],
    unitsOfPerson: {},
    linkedDemands: [],
    territoryIds: [],
    visitIds: [],
    projectIds: [],
    siteIds: [],
    contactIds: [],
  };
  return [...allowedActions(demand, { now, actor, calendars: configuration.calendars, settings, facts })];
};

const catalogueUnit = (demand: Demand, { configuration, now }: Asked): OrganisationId | null =>
  unitFor(configuration.catalogue, {
    category: demand.particulars.category,
    territoryPath: pathToRoot(configuration.territoryTree, demand.particulars.territoryId),
    on: dateOf(now),
  }) ?? null;

const promisesLeft = ({ clocks }: Demand, { configuration, now }: Asked): Detail['workingDaysLeft'] => {
  const left = (promise: PromiseKind) => {
    const { limit, dueAt } = clocks[promise];
    return workingDaysLeft(limit.unit, { now, dueAt }, calendarFor(configuration, promise)) ?? null;
  };
  return { contact: left('contact'), plan: left('plan'), settle: left('settle') };
};

const nextAttempt = (demand: Demand, { configuration: { calendars }, now }: Asked): Detail['nextAttemptOn'] =>
  (demand.status === 'callingBack' && nextAttemptOn(demand, { now, calendars })) || null;

const callsLeft = (demand: Demand, { configuration, now }: Asked): Detail['attemptsLeft'] => {
  if (demand.status !== 'callingBack') return null;
  const settings = demandSettingsOf(configuration, dateOf(now));
  return settings === undefined ? null : attemptsLeft(demand, settings);
};

/** Contacts of enterprises are not on the staff: whom the demand ever named as its contact, and who acted. */
const CONTACTS = `select json_object_agg(p.person_id, p.name) from person p
  where p.tenant_id = $1 and not p.staff and p.person_id = any(array(
    select unnest(array[e.actor_id, e.on_behalf_of, (jsonb_path_query_first(e.data, '$.**.contactId') #>> '{}')::uuid])
    from event_log e where e.tenant_id = $1 and e.stream_id = $2))`;
const ROW = `select ${ITEM_COLUMNS}, d.state::text as state, (${CONTACTS}) as contacts
  from demand d where d.tenant_id = $1 and d.demand_id = $2`;
const LOG = `select version, type, data::text as data, actor_id, on_behalf_of, recorded_at
  from event_log where tenant_id = $1 and stream_id = $2 order by version`;

type DetailRow = ItemRow & {
  readonly state: JsonOf<Demand>;
  readonly contacts: Readonly<Record<string, string>> | null;
};

export type DetailText = { readonly json: JsonOf<Detail>; readonly version: number };

/** One demand with its story for somebody on the zone's side; undefined when it does not exist for the actor. */
export const demandWithStory = async (db: ReadDb, asked: Asked): Promise<DetailText | undefined> => {
  const { id, actor, configuration } = asked;
  const key = [db.scope.tenantId, id];
  const [[row], log] = await Promise.all([db.query<DetailRow>(ROW, key), db.last<EventRow>(LOG, key)]);
  if (row === undefined) return undefined;
  const state = JSON.parse(row.state) as Demand;
  if (demandReadAccess(actor, state) !== 'allowed') return undefined;
  const written = { item: itemText(asked, row), demand: row.state, story: storyOf(log) };
  const computed = {
    workingDaysLeft: promisesLeft(state, asked),
    actions: actionsOn(state, asked),
    ...namesIn(configuration, row.contacts, [written.demand, written.story]),
    catalogueUnit: catalogueUnit(state, asked),
    nextAttemptOn: nextAttempt(state, asked),
    attemptsLeft: callsLeft(state, asked),
  };
  return { json: jsonWith(jsonOf(computed), written), version: row.version };
};
