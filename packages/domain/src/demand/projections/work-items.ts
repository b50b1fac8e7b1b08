import type { Instant } from '../../time/instant.ts';
import type { LimitUnit } from '../../time/limits.ts';
import { defined } from '../defined.ts';
import type { Holder } from '../parts.ts';
import type { Demand } from '../state.ts';
import { runningPromises } from '../terms.ts';

export const WORK_KINDS = [
  'route',
  'consult',
  'accept',
  'contact',
  'plan',
  'settle',
  'approve',
  'extension',
  'step',
  'task',
  'instruction',
  'supervision',
  'referral',
  'verdict',
  'enterpriseTask',
  'callBack',
  'returnVisit',
  'review',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/**
 * What stays with the person it names when their demands go to somebody else, as does an instruction that names them;
 * whatever else a person owes is owed by whoever owns the demand.
 */
export const STAYING_WORK = ['accept', 'task', 'supervision'] as const satisfies readonly WorkKind[];

/** What the desk owes and an inspector takes up as well, who has no part in what is handled: the call to the asker. */
export const INSPECTORS_WORK = ['callBack'] as const satisfies readonly WorkKind[];

/** Something somebody owes now. `enterprise`: the asker; `desk`: whoever is at the desk, or independent for a call-back. */
export type WorkItem = {
  readonly kind: WorkKind;
  readonly from: 'holder' | 'enterprise' | 'desk';
  readonly holder?: Holder;
  readonly id?: string;
  readonly dueAt?: Instant;
  /** Of a promise: when its light turns yellow, and what its limit counts in. */
  readonly yellowAt?: Instant;
  readonly limitUnit?: LimitUnit;
};

const holderOwes = (kind: WorkKind, holder: Holder, more: Partial<WorkItem> = {}): WorkItem =>
  defined({ kind, from: 'holder', holder, ...more });
const deskOwes = (kind: WorkKind, more: Partial<WorkItem> = {}): WorkItem =>
  defined({ kind, from: 'desk', ...more });
const enterpriseOwes = (kind: WorkKind, more: Partial<WorkItem> = {}): WorkItem =>
  defined({ kind, from: 'enterprise', ...more });

const closedWork = (demand: Extract<Demand, { readonly status: 'closed' }>): readonly WorkItem[] => {
  if (!('satisfaction' in demand.closing)) return [];
  const { returnVisit, reviewDueAt } = demand.closing;
  return [
    ...(returnVisit !== undefined && returnVisit.madeAt === undefined
      ? [deskOwes('returnVisit', { dueAt: returnVisit.dueAt })]
      : []),
    ...(reviewDueAt === undefined ? [] : [holderOwes('review', demand.owner, { dueAt: reviewDueAt })]),
  ];
};

const statusWork = (demand: Demand): readonly WorkItem[] => {
  switch (demand.status) {
    case 'registered':
      return [holderOwes('route', demand.owner)];
    case 'consulting':
      return [deskOwes('consult')];
    case 'assigned':
      return [holderOwes('accept', demand.lead, demand.declineUntil ? { dueAt: demand.declineUntil } : {})];
    case 'handling':
      return [
        ...(demand.pendingAnswer === undefined
          ? []
          : [holderOwes('approve', { unitId: demand.lead.unitId })]),
        ...(demand.extensionAsked === undefined
          ? []
          : [deskOwes('extension', { id: demand.extensionAsked.extensionId })]),
        ...(demand.plan?.steps ?? [])
          .filter(({ doneAt }) => doneAt === undefined)
          .map(({ stepId, dueAt }) => holderOwes('step', demand.lead, { id: stepId, dueAt })),
      ];
    case 'referred':
      return [
        holderOwes('referral', demand.owner, {
          id: demand.referral.referralId,
          dueAt: demand.referral.dueAt,
        }),
      ];
    case 'answered':
      return [enterpriseOwes('verdict', { dueAt: demand.verdictDueAt })];
    case 'callingBack':
      return [deskOwes('callBack', { dueAt: demand.callBackDueAt })];
    case 'closed':
      return closedWork(demand);
  }
};

const promisedWork = (demand: Demand): readonly WorkItem[] =>
  runningPromises(demand).map((promise) => {
    const { dueAt, yellowAt, limit } = demand.clocks[promise];
    return holderOwes(promise, demand.owner, { dueAt, yellowAt, limitUnit: limit.unit });
  });

const sharedWork = (demand: Demand): readonly WorkItem[] => [
  ...demand.tasks
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ taskId, to, dueAt }) => holderOwes('task', to, { id: taskId, dueAt })),
  ...demand.enterpriseTasks
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ taskId, dueAt }) => enterpriseOwes('enterpriseTask', { id: taskId, dueAt })),
  ...demand.instructions
    .filter(({ carriedOutAt }) => carriedOutAt === undefined)
    .map(({ instructionId, to, dueAt }) =>
      holderOwes('instruction', to ?? demand.owner, { id: instructionId, dueAt }),
    ),
];

const supervised = (demand: Demand): readonly WorkItem[] =>
  demand.notices.flatMap((notice) =>
    notice.kind === 'supervision' && notice.answeredAt === undefined
      ? [holderOwes('supervision', notice.to, { id: notice.noticeId, dueAt: notice.dueAt })]
      : [],
  );

/** Everything owed on a demand now, by whom and until when: my desk is made of these. */
export const workItems = (demand: Demand): readonly WorkItem[] =>
  demand.status === 'closed'
    ? [...statusWork(demand), ...supervised(demand)]
    : [...statusWork(demand), ...promisedWork(demand), ...sharedWork(demand), ...supervised(demand)];
