import type { EnterpriseId, OrganisationId, PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LimitUnit } from '@xiaoer/domain/time/limits';
import { workingDaysLeft } from '@xiaoer/domain/time/time-left';
import type { Configuration } from '../configuration/configuration.ts';
import { asciiJsonOf, type JsonOf } from '../http/json-text.ts';
import { dueAtIn, type DemandCard, type DemandItem } from './card.ts';

/** Of `demand d`. The database keeps the enterprise's name beside each demand (migration 0048). */
export const ITEM_COLUMNS = `d.card, d.version, d.enterprise_id, d.enterprise_name,
  d.owner_unit_id, d.owner_person_id, d.lead_unit_id, d.limit_unit`;

export type ItemRow = {
  readonly card: JsonOf<DemandCard>;
  readonly version: number;
  readonly enterprise_id: EnterpriseId;
  readonly enterprise_name: string;
  readonly owner_unit_id: OrganisationId;
  readonly owner_person_id: PersonId | null;
  readonly lead_unit_id: OrganisationId | null;
  readonly limit_unit: LimitUnit;
  /** In a list of call-backs. */
  readonly call_due_at?: Instant;
};

/** Who reads, and when: what is left of a limit depends on it. */
export type Reading = { readonly configuration: Configuration; readonly now: Instant };

/** Names of enterprises as they were written last. */
const MOST_NAMES = 20_000;
const enterpriseNames = new Map<string, string>();

const enterpriseName = (name: string): string => {
  const known = enterpriseNames.get(name);
  if (known !== undefined) return known;
  if (enterpriseNames.size >= MOST_NAMES) enterpriseNames.clear();
  const text = asciiJsonOf(name);
  enterpriseNames.set(name, text);
  return text;
};

/** Names are written once for each entry of a set-up; a set-up that has changed has new entries. */
const written = new WeakMap<object, string>();

const named = <Id extends string, Entry extends object>(
  id: Id,
  entries: ReadonlyMap<Id, Entry>,
  nameOf: (entry: Entry) => string | undefined,
): string => {
  const entry = entries.get(id);
  if (entry === undefined) return asciiJsonOf({ id, name: '' });
  const known = written.get(entry);
  if (known !== undefined) return known;
  const text = asciiJsonOf({ id, name: nameOf(entry) ?? '' });
  written.set(entry, text);
  return text;
};

const unit = ({ organisations }: Configuration, id: OrganisationId | null) =>
  id === null ? 'null' : named(id, organisations, ({ name }) => name);

const person = ({ staff }: Configuration, id: PersonId | null) =>
  id === null ? 'null' : named(id, staff, ({ personal }) => personal?.name);

/** The card of a row as a value. */
export const cardIn = ({ card }: ItemRow): DemandCard => JSON.parse(card) as DemandCard;

/** The item of a row, written: its card, with what others are called and how much time is left. */
export const itemText = ({ configuration, now }: Reading, row: ItemRow): JsonOf<DemandItem> => {
  const due = { now, dueAt: dueAtIn(row.card) };
  const left = workingDaysLeft(row.limit_unit, due, configuration.calendars.department);
  const call = row.call_due_at === undefined ? '' : `,"callBackDueAt":"${row.call_due_at}"`;
  // One expression: a page is made of fifty of these, and this is what most people wait for.
  const item =
    `${row.card.slice(0, -1)},"version":${row.version},` +
    `"enterprise":{"id":"${row.enterprise_id}","name":${enterpriseName(row.enterprise_name)}},` +
    `"ownerUnit":${unit(configuration, row.owner_unit_id)},"ownerPerson":${person(configuration, row.owner_person_id)},` +
    `"leadUnit":${unit(configuration, row.lead_unit_id)},"workingDaysLeft":${left ?? null}${call}}`;
  return item as JsonOf<DemandItem>;
};

/** The same as a value, for who works on with it. */
export const itemOf = (reading: Reading, row: ItemRow): DemandItem =>
  JSON.parse(itemText(reading, row)) as DemandItem;
