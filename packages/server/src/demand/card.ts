import type { demandItem } from '@xiaoer/contract/demand-views';
import type { DemandRow } from '@xiaoer/domain/demand/projections/demand-row';
import type { DemandId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { z } from 'zod';
import { asciiJsonOf, type JsonOf } from '../http/json-text.ts';

export type DemandItem = z.output<typeof demandItem>;

/** What a list shows of a demand and what the demand alone decides: without names of others, and without time. */
export type DemandCard = Omit<
  DemandItem,
  | 'version'
  | 'enterprise'
  | 'ownerUnit'
  | 'ownerPerson'
  | 'leadUnit'
  | 'workingDaysLeft'
  | 'callBackDueAt'
  | 'highlights'
>;

const DUE_AT = '{"dueAt":"'.length;
const DUE_END = DUE_AT + '2022-06-01T09:00:00.000+08:00'.length;

/** The due time of a card, which begins with it: a column of its own is printed and read at the cost of three others. */
export const dueAtIn = (card: JsonOf<DemandCard>): Instant => card.slice(DUE_AT, DUE_END) as Instant;

/** The card as it stands in column `card`: written when the demand changes, not each time somebody reads a list. */
export const cardOf = (id: DemandId, row: DemandRow): JsonOf<DemandCard> =>
  asciiJsonOf({
    dueAt: row.dueAt,
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
    stoppedAt: row.stoppedAt,
    pausedSince: row.pausedSince,
    nextDueAt: row.nextDueAt,
    closedAt: row.closedAt,
    outcome: row.outcome,
    settledLate: row.settledLate,
    satisfied: row.satisfied,
    unreachable: row.unreachable,
  });
