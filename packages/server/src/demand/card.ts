import type { demandItem } from '@xiaoer/contract/demand-views';
import type { DemandRow } from '@xiaoer/domain/demand/projections/demand-row';
import type { DemandId } from '@xiaoer/domain/kernel/ids';
import type { z } from 'zod';
import { asciiJsonOf, type JsonOf } from '../http/json-text.ts';

export type DemandItem = z.output<typeof demandItem>;

/** What a list shows of a demand and what the demand alone decides: without names of others, and without time. */
export type DemandCard = Omit<
  DemandItem,
  'version' | 'enterprise' | 'ownerUnit' | 'ownerPerson' | 'leadUnit' | 'workingDaysLeft' | 'highlights'
>;

/** The card as it stands in column `card`: written when the demand changes, not each time somebody reads a list. */
export const cardOf = (id: DemandId, row: DemandRow): JsonOf<DemandCard> =>
  asciiJsonOf({
    id,
    number: row.number,
    title: row.title,
    status: row.status,
    channel: row.channel,
    category: row.category,
    urgency: row.urgency,
    territoryId: row.territoryId,
    remit: row.remit,
    confidential: row.confidential,
    raisedAt: row.raisedAt,
    startedAt: row.startedAt,
    yellowAt: row.yellowAt,
    dueAt: row.dueAt,
    stoppedAt: row.stoppedAt,
    pausedSince: row.pausedSince,
    nextDueAt: row.nextDueAt,
    closedAt: row.closedAt,
    outcome: row.outcome,
    settledLate: row.settledLate,
    satisfied: row.satisfied,
    unreachable: row.unreachable,
  });
