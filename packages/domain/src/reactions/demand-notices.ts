import type { DemandEvent, DemandEventType } from '../demand/events.ts';
import type { Holder } from '../demand/parts.ts';
import type { Demand } from '../demand/state.ts';
import type { RecipientKind } from '../time/ladder.ts';

/** Whom a notice is for; the server finds the people. `enterprise`: its contacts, who are told outward words only. */
export type NoticeRecipient =
  | { readonly kind: 'holder'; readonly holder: Holder }
  | { readonly kind: 'unitHead'; readonly unitId: Holder['unitId'] }
  | { readonly kind: 'desk' }
  | { readonly kind: 'inspectors' }
  | { readonly kind: 'leaders' }
  | { readonly kind: 'serviceOfficer' }
  | { readonly kind: 'enterprise' };

/** The sentences people are told; the web has their texts in both languages. */
export const DEMAND_NOTICE_KINDS = [
  'demandRegistered',
  'demandRouted',
  'demandAccepted',
  'demandDeclined',
  'consultationOpened',
  'taskGiven',
  'enterpriseAsked',
  'enterpriseTold',
  'interimAnswerGiven',
  'instructionGiven',
  'extensionAsked',
  'extensionGranted',
  'extensionRefused',
  'answerSubmitted',
  'answerReturned',
  'demandAnswered',
  'demandReturned',
  'callBackOpened',
  'demandClosed',
  'demandReopened',
  'reminderSent',
  'supervisionNoticeIssued',
  'supervisionNoticeAnswered',
  'ladderNotice',
  'ladderReminder',
  'ladderSupervisionNotice',
  'ladderLeader',
  'ladderBulletin',
  'workDue',
] as const;
export type DemandNoticeKind = (typeof DEMAND_NOTICE_KINDS)[number];

export type DemandNotice = { readonly kind: DemandNoticeKind; readonly to: readonly NoticeRecipient[] };

const holder = (to: Holder): NoticeRecipient => ({ kind: 'holder', holder: to });
const DESK: NoticeRecipient = { kind: 'desk' };
const ENTERPRISE: NoticeRecipient = { kind: 'enterprise' };

const LADDER_KINDS = {
  notice: 'ladderNotice',
  reminder: 'ladderReminder',
  supervisionNotice: 'ladderSupervisionNotice',
  leader: 'ladderLeader',
  bulletin: 'ladderBulletin',
} as const;

const ladderRecipients = (kind: RecipientKind, demand: Demand): readonly NoticeRecipient[] => {
  switch (kind) {
    case 'responsible':
      return [holder(demand.owner)];
    case 'unitHead':
      return [{ kind: 'unitHead', unitId: demand.owner.unitId }];
    case 'coHandlers':
      return demand.tasks.filter(({ doneAt }) => doneAt === undefined).map(({ to }) => holder(to));
    case 'desk':
      return [DESK];
    case 'officer':
      return [{ kind: 'serviceOfficer' }];
    case 'leader':
      return [{ kind: 'leaders' }];
    case 'inspector':
      return [{ kind: 'inspectors' }];
  }
};

type Rules = {
  readonly [Type in DemandEventType]?: (
    event: Extract<DemandEvent, { readonly type: Type }>,
    demand: Demand,
  ) => DemandNotice;
};

const lead = ({ lead: of, owner }: Demand): NoticeRecipient => holder(of ?? owner);

/** Everybody who still works on it: it has ended for them too. */
const workers = (demand: Demand): readonly NoticeRecipient[] => [
  lead(demand),
  ...demand.tasks.filter(({ doneAt }) => doneAt === undefined).map(({ to }) => holder(to)),
];

/** Who is told what when something happened. An event that is not here is told to nobody. */
const RULES: Rules = {
  DemandRegistered: ({ owner }) => ({ kind: 'demandRegistered', to: [holder(owner)] }),
  DemandRouted: ({ lead: to }) => ({ kind: 'demandRouted', to: [holder(to)] }),
  DemandAccepted: (_event, demand) => ({
    kind: 'demandAccepted',
    to: [holder(demand.firstContact), ENTERPRISE],
  }),
  DemandDeclined: (_event, demand) => ({ kind: 'demandDeclined', to: [holder(demand.owner), DESK] }),
  ConsultationOpened: () => ({ kind: 'consultationOpened', to: [DESK] }),
  TaskGiven: ({ to }) => ({ kind: 'taskGiven', to: [holder(to)] }),
  EnterpriseAsked: () => ({ kind: 'enterpriseAsked', to: [ENTERPRISE] }),
  EnterpriseTold: () => ({ kind: 'enterpriseTold', to: [ENTERPRISE] }),
  InterimAnswerGiven: () => ({ kind: 'interimAnswerGiven', to: [ENTERPRISE] }),
  InstructionGiven: ({ to }, demand) => ({ kind: 'instructionGiven', to: [holder(to ?? demand.owner)] }),
  ExtensionAsked: () => ({ kind: 'extensionAsked', to: [DESK] }),
  ExtensionGranted: (_event, demand) => ({ kind: 'extensionGranted', to: [lead(demand)] }),
  ExtensionRefused: (_event, demand) => ({ kind: 'extensionRefused', to: [lead(demand)] }),
  AnswerSubmitted: ({ submittedBy }) => ({
    kind: 'answerSubmitted',
    to: [{ kind: 'unitHead', unitId: submittedBy.unitId }],
  }),
  AnswerReturned: (_event, demand) => ({ kind: 'answerReturned', to: [lead(demand)] }),
  DemandAnswered: () => ({ kind: 'demandAnswered', to: [ENTERPRISE] }),
  DemandReturned: (_event, demand) => ({ kind: 'demandReturned', to: [lead(demand)] }),
  CallBackOpened: () => ({ kind: 'callBackOpened', to: [DESK] }),
  DemandClosed: (_event, demand) => ({ kind: 'demandClosed', to: [lead(demand)] }),
  DemandWithdrawn: (_event, demand) => ({ kind: 'demandClosed', to: workers(demand) }),
  DemandMerged: (_event, demand) => ({ kind: 'demandClosed', to: workers(demand) }),
  FinallyDetermined: (_event, demand) => ({ kind: 'demandClosed', to: [...workers(demand), ENTERPRISE] }),
  DemandReopened: (_event, demand) => ({ kind: 'demandReopened', to: [holder(demand.owner)] }),
  ReminderSent: ({ to }) => ({ kind: 'reminderSent', to: [holder(to)] }),
  SupervisionNoticeIssued: ({ to }) => ({
    kind: 'supervisionNoticeIssued',
    to: [holder(to), { kind: 'unitHead', unitId: to.unitId }],
  }),
  SupervisionNoticeAnswered: () => ({ kind: 'supervisionNoticeAnswered', to: [{ kind: 'inspectors' }] }),
  LadderStepReached: ({ step, recipients }, demand) => ({
    kind: LADDER_KINDS[step],
    to: recipients.flatMap((kind) => ladderRecipients(kind, demand)),
  }),
};

/** The notice an event gives rise to, with the demand as it stands. */
export const demandNotice = (event: DemandEvent, demand: Demand): DemandNotice | undefined => {
  const rule = RULES[event.type] as ((event: DemandEvent, demand: Demand) => DemandNotice) | undefined;
  return rule?.(event, demand);
};
