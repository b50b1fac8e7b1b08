import { demandRow } from '@xiaoer/domain/demand/projections/demand-row';
import type { Demand } from '@xiaoer/domain/demand/state';
import { cardOf } from './card.ts';

/** The columns of table `demand` beside key, version and state. */
export const demandColumns = (demand: Demand) => {
  const row = demandRow(demand);
  return {
    card: cardOf(demand.id, row),
    number: row.number,
    title: row.title,
    status: row.status,
    channel: row.channel,
    category: row.category,
    urgency: row.urgency,
    territory_id: row.territoryId,
    enterprise_id: row.enterpriseId,
    owner_unit_id: row.ownerUnitId,
    owner_person_id: row.ownerPersonId,
    lead_unit_id: row.leadUnitId,
    remit: row.remit,
    confidential: row.confidential,
    hidden_unit_ids: row.hiddenUnitIds,
    hidden_person_ids: row.hiddenPersonIds,
    package_id: row.packageId,
    import_id: row.importId,
    raised_at: row.raisedAt,
    yellow_at: row.yellowAt,
    due_at: row.dueAt,
    limit_unit: row.limitUnit,
    paused_since: row.pausedSince,
    stopped_at: row.stoppedAt ?? row.closedAt,
    closed_at: row.closedAt,
    outcome: row.outcome,
    unreachable: row.unreachable,
  };
};
