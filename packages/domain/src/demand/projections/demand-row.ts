import type {
  EnterpriseId,
  ImportId,
  OrganisationId,
  PackageId,
  PersonId,
  TerritoryId,
} from '../../kernel/ids.ts';
import { isOverdue } from '../../time/clock.ts';
import type { Instant } from '../../time/instant.ts';
import type { LimitUnit } from '../../time/limits.ts';
import type { Demand } from '../state.ts';
import { runningPromises } from '../terms.ts';
import type { Channel, Outcome, Remit, Status, Urgency } from '../vocabulary.ts';

/** The typed columns that lists and row-level security read beside the state itself. */
export type DemandRow = {
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly channel: Channel;
  readonly category: string;
  readonly urgency: Urgency;
  readonly territoryId: TerritoryId;
  readonly enterpriseId: EnterpriseId;
  readonly ownerUnitId: OrganisationId;
  readonly ownerPersonId: PersonId | null;
  readonly leadUnitId: OrganisationId | null;
  readonly remit: Remit | null;
  readonly confidential: boolean;
  readonly hiddenUnitIds: readonly OrganisationId[];
  readonly hiddenPersonIds: readonly PersonId[];
  readonly packageId: PackageId | null;
  readonly importId: ImportId | null;
  readonly raisedAt: Instant;
  /** Of the promise to settle: with these the light is known at any moment. */
  readonly startedAt: Instant;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
  readonly limitUnit: LimitUnit;
  readonly stoppedAt: Instant | null;
  readonly pausedSince: Instant | null;
  /** The earliest running promise; null when nothing is promised any more. */
  readonly nextDueAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly settledLate: boolean;
  /** Null: not judged, or not reached. */
  readonly satisfied: boolean | null;
  readonly unreachable: boolean;
};

export const outcomeOf = (demand: Demand): Outcome | undefined =>
  demand.status === 'closed' ? demand.closing.outcome : undefined;

/** The asker's judgement that counts: a final determination stands against it and stays in the rate. */
export const satisfactionOf = (demand: Demand): 'satisfied' | 'dissatisfied' | 'unreachable' | undefined => {
  if (demand.status !== 'closed') return undefined;
  if (demand.closing.outcome === 'finalDetermination') return 'dissatisfied';
  if (!('satisfaction' in demand.closing)) return undefined;
  return demand.closing.satisfaction.kind === 'unreachable' ? 'unreachable' : 'satisfied';
};

const earliestDue = (demand: Demand): Instant | undefined =>
  runningPromises(demand)
    .map((promise) => demand.clocks[promise].dueAt)
    .sort()[0];

const clockColumns = (demand: Demand) => {
  const { settle } = demand.clocks;
  return {
    startedAt: settle.startedAt,
    yellowAt: settle.yellowAt,
    dueAt: settle.dueAt,
    limitUnit: settle.limit.unit,
    stoppedAt: settle.stoppedAt ?? null,
    pausedSince: demand.pause === undefined ? null : (settle.pauses.at(-1)?.from ?? null),
    nextDueAt: earliestDue(demand) ?? null,
    settledLate: settle.stoppedAt !== undefined && isOverdue(settle, settle.stoppedAt),
  };
};

/** The columns of a demand: the one place where they are derived. */
export const demandRow = (demand: Demand): DemandRow => {
  const satisfaction = satisfactionOf(demand);
  return {
    number: demand.number,
    title: demand.particulars.title,
    status: demand.status,
    channel: demand.channel,
    category: demand.particulars.category,
    urgency: demand.urgency,
    territoryId: demand.particulars.territoryId,
    enterpriseId: demand.enterpriseId,
    ownerUnitId: demand.owner.unitId,
    ownerPersonId: demand.owner.personId ?? null,
    leadUnitId: demand.lead?.unitId ?? null,
    remit: demand.remit ?? null,
    confidential: demand.hiding !== undefined,
    hiddenUnitIds: demand.hiding?.unitIds ?? [],
    hiddenPersonIds: demand.hiding?.personIds ?? [],
    packageId: demand.packageId ?? null,
    importId: demand.source.importId ?? null,
    raisedAt: demand.registeredAt,
    ...clockColumns(demand),
    closedAt: demand.status === 'closed' ? demand.closedAt : null,
    outcome: outcomeOf(demand) ?? null,
    satisfied:
      satisfaction === undefined || satisfaction === 'unreachable' ? null : satisfaction === 'satisfied',
    unreachable: satisfaction === 'unreachable',
  };
};

/** What stands unchanged between two commands; a list as of a past day reads these. */
export type DemandPeriod = {
  readonly status: Status;
  readonly unitId: OrganisationId;
  readonly category: string;
  readonly dueAt: Instant;
  readonly remit: Remit | null;
  readonly outcome: Outcome | null;
  /** Whether it was closed because nobody could be reached. */
  readonly unreachable: boolean;
  /** Whether its clock stood still. */
  readonly paused: boolean;
};

/** The period a demand is in. */
export const periodOf = (demand: Demand): DemandPeriod => ({
  status: demand.status,
  unitId: demand.lead?.unitId ?? demand.owner.unitId,
  category: demand.particulars.category,
  dueAt: demand.clocks.settle.dueAt,
  remit: demand.remit ?? null,
  outcome: outcomeOf(demand) ?? null,
  unreachable: satisfactionOf(demand) === 'unreachable',
  paused: demand.pause !== undefined,
});
