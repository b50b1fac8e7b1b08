import type { DemandId, EnterpriseId, FileId, OrganisationId, PackageId } from '../../kernel/ids.ts';
import type { Instant } from '../../time/instant.ts';
import { defined } from '../defined.ts';
import type { Answer, OutsideBody, Particulars, Satisfaction, Verdict } from '../parts.ts';
import type { Demand, EnterpriseTask, Interim, Plan } from '../state.ts';
import type { HoldsInternalText, OutwardText } from '../texts.ts';
import type { Channel, Outcome, Status, Urgency } from '../vocabulary.ts';

/** The asker's words for where it stands: who inside decides what is no matter of theirs. */
export const OUTWARD_STATUSES = ['received', 'handling', 'referred', 'awaitingYou', 'closed'] as const;
export type OutwardStatus = (typeof OUTWARD_STATUSES)[number];

const OUTWARD_STATUS: { readonly [S in Status]: OutwardStatus } = {
  registered: 'received',
  consulting: 'received',
  assigned: 'received',
  handling: 'handling',
  referred: 'referred',
  answered: 'awaitingYou',
  callingBack: 'awaitingYou',
  closed: 'closed',
};

/** What the asker sees of a demand. */
export type OutwardView = {
  readonly id: DemandId;
  readonly number: string;
  readonly status: OutwardStatus;
  readonly channel: Channel;
  readonly enterpriseId: EnterpriseId;
  readonly particulars: Particulars;
  readonly urgency: Urgency;
  readonly files: readonly FileId[];
  readonly registeredAt: Instant;
  readonly dueAt: Instant;
  readonly pausedFor?: string;
  readonly unitId: OrganisationId;
  readonly plan?: Plan;
  readonly chosenOption?: {
    readonly title: OutwardText;
    readonly reason: OutwardText;
    readonly costToEnterpriseFen: number;
    readonly days: number;
  };
  readonly interims: readonly Interim[];
  readonly tasks: readonly EnterpriseTask[];
  readonly referredTo?: OutsideBody;
  readonly answer?: Answer;
  readonly verdictDueAt?: Instant;
  readonly verdicts: readonly Verdict[];
  readonly packageId?: PackageId;
  readonly closedAt?: Instant;
  readonly outcome?: Outcome;
  readonly satisfaction?: Satisfaction;
  readonly mergedInto?: DemandId;
  readonly determination?: { readonly legalBasis: OutwardText; readonly reasons: OutwardText };
};

/** Does not compile once internal text can be reached from the view. */
type Holds<T extends true> = T;
export type OutwardViewIsClean = Holds<[HoldsInternalText<OutwardView>] extends [false] ? true : false>;

const chosenOption = ({ comparison }: Demand): OutwardView['chosenOption'] => {
  const option = comparison?.options.find(({ optionId }) => optionId === comparison.chosen?.optionId);
  if (option === undefined || comparison?.chosen === undefined) return undefined;
  const { title, costToEnterpriseFen, days } = option;
  return { title, costToEnterpriseFen, days, reason: comparison.chosen.reason };
};

const ending = (demand: Demand): Partial<OutwardView> => {
  if (demand.status === 'answered') return { answer: demand.answer, verdictDueAt: demand.verdictDueAt };
  if (demand.status === 'callingBack') return { answer: demand.answer };
  if (demand.status !== 'closed') return {};
  const { closing, closedAt } = demand;
  const closed = { closedAt, outcome: closing.outcome };
  switch (closing.outcome) {
    case 'withdrawn':
      return closed;
    case 'merged':
      return { ...closed, mergedInto: closing.into };
    case 'finalDetermination':
      return { ...closed, determination: { legalBasis: closing.legalBasis, reasons: closing.reasons } };
    case 'solved':
    case 'partlySolved':
    case 'explained':
    case 'conditionsLacking':
    case 'referredAndAnswered':
      return { ...closed, answer: closing.answer, satisfaction: closing.satisfaction };
  }
};

/** The demand as its asker may see it. */
export const outwardView = (demand: Demand): OutwardView =>
  defined({
    id: demand.id,
    number: demand.number,
    status: OUTWARD_STATUS[demand.status],
    channel: demand.channel,
    enterpriseId: demand.enterpriseId,
    particulars: demand.particulars,
    urgency: demand.urgency,
    files: demand.files,
    registeredAt: demand.registeredAt,
    dueAt: demand.clocks.settle.dueAt,
    pausedFor: demand.pause?.reason,
    unitId: demand.owner.unitId,
    plan: demand.plan,
    chosenOption: chosenOption(demand),
    interims: demand.interims,
    tasks: demand.enterpriseTasks,
    referredTo: demand.status === 'referred' ? demand.referral.body : undefined,
    verdicts: demand.verdicts,
    packageId: demand.packageId,
    ...ending(demand),
  });
