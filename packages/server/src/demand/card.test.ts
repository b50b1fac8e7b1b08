import type { DemandRow } from '@xiaoer/domain/demand/projections/demand-row';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { expect, it } from 'vitest';
import { cardOf, dueAtIn } from './card.ts';

const on = (day: number) => assertInstant(`2022-06-${String(day).padStart(2, '0')}T09:00:00.000+08:00`);

/** Every member differs from every other: none can stand in another's place unseen. */
const row = {
  number: '20220601-0001',
  title: '门口“积水”\\排水"不畅"\u2028',
  status: 'closed',
  channel: 'counter',
  category: 'drainage',
  urgency: 'urgent',
  territoryId: 'territory',
  enterpriseId: 'enterprise',
  ownerUnitId: 'owner-unit',
  ownerPersonId: 'owner',
  leadUnitId: 'lead',
  remit: 'own',
  confidential: true,
  hiddenUnitIds: ['hidden-unit'],
  hiddenPersonIds: ['hidden-person'],
  packageId: 'package',
  importId: 'import',
  raisedAt: on(1),
  startedAt: on(2),
  yellowAt: on(3),
  dueAt: on(4),
  limitUnit: 'workingDays',
  stoppedAt: on(5),
  pausedSince: on(6),
  nextDueAt: on(7),
  closedAt: on(9),
  outcome: 'solved',
  settledLate: true,
  satisfied: false,
  unreachable: true,
} as unknown as DemandRow;

it('says what a list shows of the demand, each under its own name, and nothing of who may not see it', () => {
  expect(JSON.parse(cardOf('demand' as Parameters<typeof cardOf>[0], row))).toEqual({
    id: 'demand',
    number: '20220601-0001',
    title: '门口“积水”\\排水"不畅"\u2028',
    status: 'closed',
    channel: 'counter',
    category: 'drainage',
    urgency: 'urgent',
    territoryId: 'territory',
    remit: 'own',
    confidential: true,
    raisedAt: on(1),
    startedAt: on(2),
    yellowAt: on(3),
    dueAt: on(4),
    stoppedAt: on(5),
    pausedSince: on(6),
    nextDueAt: on(7),
    closedAt: on(9),
    outcome: 'solved',
    settledLate: true,
    satisfied: false,
    unreachable: true,
  });
});

it('tells the due time without being read whole', () => {
  expect(dueAtIn(cardOf('demand' as Parameters<typeof cardOf>[0], row))).toBe(row.dueAt);
});
