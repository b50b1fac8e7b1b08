import { demandRow } from '@xiaoer/domain/demand/projections/demand-row';
import type { Demand } from '@xiaoer/domain/demand/state';

/** The columns of table `demand` beside key, version and state. */
export const demandColumns = (demand: Demand) => {
  const row = demandRow(demand);
  return {
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
    started_at: row.startedAt,
    yellow_at: row.yellowAt,
    due_at: row.dueAt,
    limit_unit: row.limitUnit,
    stopped_at: row.stoppedAt,
    paused_since: row.pausedSince,
    next_due_at: row.nextDueAt,
    answered_at: row.answeredAt,
    closed_at: row.closedAt,
    outcome: row.outcome,
    settled_late: row.settledLate,
    satisfied: row.satisfied,
    unreachable: row.unreachable,
    rejections: row.rejections,
  };
};
