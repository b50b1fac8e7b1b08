import type { EnterpriseId, OrganisationId, PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LimitUnit } from '@xiaoer/domain/time/limits';
import { workingDaysLeft } from '@xiaoer/domain/time/time-left';
import type { Configuration } from '../configuration/configuration.ts';
import { jsonMerged, jsonObject, jsonOf, type JsonOf } from '../http/json-text.ts';
import type { DemandCard, DemandItem } from './card.ts';

/** Of `demand d`. The enterprise is looked up for the rows of a page only: a join would have it lead the plan. */
export const ITEM_COLUMNS = `d.card, d.version, d.enterprise_id,
  (select e.name from enterprise e where e.tenant_id = d.tenant_id and e.enterprise_id = d.enterprise_id) as enterprise_name,
  d.owner_unit_id, d.owner_person_id, d.lead_unit_id, d.limit_unit, d.due_at`;

export type ItemRow = {
  readonly card: JsonOf<DemandCard>;
  readonly version: number;
  readonly enterprise_id: EnterpriseId;
  readonly enterprise_name: string;
  readonly owner_unit_id: OrganisationId;
  readonly owner_person_id: PersonId | null;
  readonly lead_unit_id: OrganisationId | null;
  readonly limit_unit: LimitUnit;
  readonly due_at: Instant;
};

/** Who reads, and when: what is left of a limit depends on it. */
export type Reading = { readonly configuration: Configuration; readonly now: Instant };

const unit = ({ organisations }: Configuration, id: OrganisationId) =>
  jsonOf({ id, name: organisations.get(id)?.name ?? '' });

const person = ({ staff }: Configuration, id: PersonId) =>
  jsonOf({ id, name: staff.get(id)?.personal?.name ?? '' });

const NULL = jsonOf(null);

/** The card of a row as a value. */
export const cardIn = ({ card }: ItemRow): DemandCard => JSON.parse(card) as DemandCard;

/** The item of a row, written: its card, with what others are called and how much time is left. */
export const itemText = ({ configuration, now }: Reading, row: ItemRow): JsonOf<DemandItem> => {
  const { due_at: dueAt, limit_unit: limit } = row;
  const left = workingDaysLeft(limit, { now, dueAt }, configuration.calendars.department);
  return jsonMerged(
    row.card,
    jsonObject({
      version: jsonOf(row.version),
      enterprise: jsonOf({ id: row.enterprise_id, name: row.enterprise_name }),
      ownerUnit: unit(configuration, row.owner_unit_id),
      ownerPerson: row.owner_person_id === null ? NULL : person(configuration, row.owner_person_id),
      leadUnit: row.lead_unit_id === null ? NULL : unit(configuration, row.lead_unit_id),
      workingDaysLeft: jsonOf(left ?? null),
    }),
  );
};

/** The same as a value, for who works on with it. */
export const itemOf = (reading: Reading, row: ItemRow): DemandItem =>
  JSON.parse(itemText(reading, row)) as DemandItem;
