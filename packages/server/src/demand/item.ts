import type { demandItem } from '@xiaoer/contract/demand-views';
import type { OrganisationId, PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LimitUnit } from '@xiaoer/domain/time/limits';
import { workingDaysLeft } from '@xiaoer/domain/time/time-left';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';

export type DemandItem = z.input<typeof demandItem>;

/** Of `demand d`. The enterprise is looked up for the rows of a page only: a join would have it lead the plan. */
export const ITEM_COLUMNS = `d.demand_id, d.version, d.number, d.title, d.status, d.channel, d.category, d.urgency,
  d.territory_id, d.enterprise_id,
  (select e.name from enterprise e where e.tenant_id = d.tenant_id and e.enterprise_id = d.enterprise_id) as enterprise_name,
  d.owner_unit_id, d.owner_person_id, d.lead_unit_id,
  d.remit, d.confidential, d.raised_at, d.started_at, d.yellow_at, d.due_at, d.limit_unit, d.stopped_at, d.paused_since,
  d.next_due_at, d.closed_at, d.outcome, d.settled_late, d.satisfied, d.unreachable`;

export type ItemRow = {
  readonly demand_id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly status: DemandItem['status'];
  readonly channel: DemandItem['channel'];
  readonly category: string;
  readonly urgency: DemandItem['urgency'];
  readonly territory_id: string;
  readonly enterprise_id: string;
  readonly enterprise_name: string;
  readonly owner_unit_id: OrganisationId;
  readonly owner_person_id: PersonId | null;
  readonly lead_unit_id: OrganisationId | null;
  readonly remit: DemandItem['remit'];
  readonly confidential: boolean;
  readonly raised_at: Instant;
  readonly started_at: Instant;
  readonly yellow_at: Instant;
  readonly due_at: Instant;
  readonly limit_unit: LimitUnit;
  readonly stopped_at: Instant | null;
  readonly paused_since: Instant | null;
  readonly next_due_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly outcome: DemandItem['outcome'];
  readonly settled_late: boolean;
  readonly satisfied: boolean | null;
  readonly unreachable: boolean;
};

const unit = ({ organisations }: Configuration, id: OrganisationId) => ({
  id,
  name: organisations.get(id)?.name ?? '',
});

const person = ({ staff }: Configuration, id: PersonId) => ({
  id,
  name: staff.get(id)?.personal?.name ?? '',
});

/** Who reads, and when: what is left of a limit depends on it. */
export type Reading = { readonly configuration: Configuration; readonly now: Instant };

export const itemOf = ({ configuration, now }: Reading, row: ItemRow): DemandItem => ({
  id: row.demand_id,
  version: row.version,
  number: row.number,
  title: row.title,
  status: row.status,
  channel: row.channel,
  category: row.category,
  urgency: row.urgency,
  territoryId: row.territory_id,
  enterprise: { id: row.enterprise_id, name: row.enterprise_name },
  ownerUnit: unit(configuration, row.owner_unit_id),
  ownerPerson: row.owner_person_id && person(configuration, row.owner_person_id),
  leadUnit: row.lead_unit_id && unit(configuration, row.lead_unit_id),
  remit: row.remit,
  confidential: row.confidential,
  raisedAt: row.raised_at,
  startedAt: row.started_at,
  yellowAt: row.yellow_at,
  dueAt: row.due_at,
  workingDaysLeft:
    workingDaysLeft(row.limit_unit, { now, dueAt: row.due_at }, configuration.calendars.department) ?? null,
  stoppedAt: row.stopped_at,
  pausedSince: row.paused_since,
  nextDueAt: row.next_due_at,
  closedAt: row.closed_at,
  outcome: row.outcome,
  settledLate: row.settled_late,
  satisfied: row.satisfied,
  unreachable: row.unreachable,
});
