import type { EnterpriseId, FileId, OrganisationId, TerritoryId, VisitId } from '../../kernel/ids.ts';
import { assertDate } from '../../time/local-date.ts';
import type { DemandCommandOf, DemandCommandType, RegistrationInput } from '../commands.ts';
import type { DemandFacts } from '../context.ts';
import type { SiteId, StepId, TaskId } from '../parts.ts';
import type { DemandRefusalCode } from '../refusals.ts';
import { wasCalledToday, type Bench } from './well-formed.ts';
import { ACTORS, calendar, demandId, person, unit } from './zone.ts';

/** One way to spoil a well-formed command, or the facts around it, so that it meets one refusal. */
export type Spoilt = {
  readonly code: DemandRefusalCode;
  readonly type: DemandCommandType;
  readonly fields?: (bench: Bench, command: Readonly<Record<string, unknown>>) => object | undefined;
  readonly facts?: Partial<DemandFacts>;
  readonly shortCalendar?: true;
};

const spoil = <Type extends DemandCommandType>(
  code: DemandRefusalCode,
  type: Type,
  change:
    | Partial<DemandCommandOf<Type>>
    | ((bench: Bench, command: DemandCommandOf<Type>) => Partial<DemandCommandOf<Type>> | undefined),
): Spoilt => ({
  code,
  type,
  fields: (bench, command) =>
    typeof change === 'function' ? change(bench, command as unknown as DemandCommandOf<Type>) : change,
});

const YESTERDAY = assertDate('2022-01-04');
const FAR = assertDate('2029-12-31');
const NOBODY = 'nobody' as FileId & TaskId & StepId & OrganisationId;
const NOWHERE = 'nowhere' as SiteId & TerritoryId & VisitId;
const LONG = '长'.repeat(3_000);

const changed = (
  command: RegistrationInput,
  change: Partial<RegistrationInput['particulars']>,
): Partial<RegistrationInput> => ({ particulars: { ...command.particulars, ...change } });

const register: readonly Spoilt[] = [
  spoil('demand.text-missing', 'RegisterDemand', (_, command) => changed(command, { title: '  ' })),
  spoil('demand.text-too-long', 'RegisterDemand', (_, command) => changed(command, { text: LONG })),
  spoil('demand.number-out-of-range', 'RegisterDemand', (_, command) =>
    changed(command, { timesOccurred: 0 }),
  ),
  spoil('demand.category-unknown', 'RegisterDemand', (_, command) => changed(command, { category: 'x' })),
  spoil('demand.reference-unknown', 'RegisterDemand', (_, command) => changed(command, { siteId: NOWHERE })),
  spoil('demand.reference-unknown', 'EditDemand', { changes: { territoryId: NOWHERE } }),
  spoil('demand.reference-unknown', 'RecordSiteVisit', { visitId: NOWHERE }),
  spoil('demand.parent-unfit', 'RegisterDemand', { parentId: demandId('closed') }),
  spoil('demand.recurrence-unfit', 'RegisterDemand', { recurrenceOf: demandId('open') }),
  spoil('demand.hides-nobody', 'RegisterDemand', { hiding: { unitIds: [], personIds: [] } }),
  {
    code: 'demand.no-desk',
    type: 'RegisterDemand',
    fields: () => ({ channel: 'portal' }),
    facts: { serviceOfficer: undefined, dutyDesk: undefined },
  },
  { code: 'demand.enterprise-inactive', type: 'RegisterDemand', facts: { enterpriseActive: false } },
  { code: 'calendar.outside-coverage', type: 'RegisterDemand', shortCalendar: true },
  spoil('demand.other-enterprise', 'RegisterDemand', ({ context }) =>
    context.actor === ACTORS.asker ? { enterpriseId: 'enterprise-other' as EnterpriseId } : undefined,
  ),
  spoil('demand.channel-not-yours', 'RegisterDemand', ({ context }) =>
    context.actor === ACTORS.asker ? { channel: 'visit' as const } : undefined,
  ),
  spoil('demand.on-the-spot-not-allowed', 'SettleOnTheSpot', (_, command) =>
    changed(command, { category: 'parking' }),
  ),
];

const routing: readonly Spoilt[] = [
  spoil('demand.unit-inactive', 'RouteDemand', { lead: { unitId: NOBODY } }),
  spoil('demand.person-not-in-unit', 'AcceptDemand', { personId: person('asker') }),
  spoil('demand.unit-declined-before', 'RouteDemand', ({ demand }) => {
    const unitId = demand?.declinedBy.find((id) => !(demand.hiding?.unitIds ?? []).includes(id));
    return unitId === undefined ? undefined : { lead: { unitId } };
  }),
  spoil('demand.unit-hidden-from', 'RouteDemand', ({ demand }) => {
    const unitId = demand?.hiding?.unitIds[0];
    return unitId === undefined ? undefined : { lead: { unitId } };
  }),
  spoil('demand.id-reused', 'RouteDemand', () => {
    const task = { taskId: NOBODY, to: { unitId: unit('desk') }, text: '协办', due: FAR };
    return { coHandlers: [task, task] };
  }),
  spoil('demand.remit-unchanged', 'DecideRemit', ({ demand }) =>
    demand?.remit === undefined ? undefined : { remit: demand.remit },
  ),
  spoil('demand.same-person', 'HandOverDemand', ({ demand }) => {
    const { unitId, personId } = demand?.owner ?? {};
    return unitId === undefined || personId === undefined ? undefined : { to: { unitId, personId } };
  }),
  spoil('demand.not-your-unit', 'HandOverDemand', ({ demand }) =>
    demand?.status === 'handling' ? { to: { unitId: unit('desk'), personId: person('clerk') } } : undefined,
  ),
];

const handling: readonly Spoilt[] = [
  spoil('demand.nothing-changed', 'EditDemand', { changes: {} }),
  spoil('demand.date-in-past', 'MakePlan', (_, command) => ({
    steps: command.steps.map((step) => ({ ...step, due: YESTERDAY })),
  })),
  spoil('demand.date-in-future', 'RecordSiteVisit', { visitedOn: FAR }),
  spoil('demand.step-unknown', 'CompleteStep', { stepId: NOBODY }),
  spoil('demand.step-completed-before', 'CompleteStep', ({ demand }) => {
    const step = demand?.plan?.steps.find(({ doneAt }) => doneAt !== undefined);
    return step && { stepId: step.stepId };
  }),
  spoil('demand.options-too-few', 'CompareOptions', (_, { options }) => ({ options: options.slice(0, 1) })),
  spoil('demand.option-unknown', 'ChooseOption', { optionId: NOBODY as never }),
  spoil('demand.leader-not-member', 'FormTaskForce', { leaderId: person('clerk') }),
  spoil('demand.task-unknown', 'CompleteTask', { taskId: NOBODY }),
  spoil('demand.task-not-yours', 'CompleteTask', ({ demand, context }) => {
    const actor = context.actor;
    const own = actor.kind === 'person' ? actor.grants.map(({ unitId }) => unitId) : [];
    const task = demand?.tasks.find(({ to, doneAt }) => doneAt === undefined && !own.includes(to.unitId));
    return task === undefined || actor === ACTORS.clerk || actor === ACTORS.caller
      ? undefined
      : { taskId: task.taskId };
  }),
  spoil('demand.letter-due-too-far', 'ReferDemand', { due: FAR }),
  spoil('demand.proof-missing', 'FileOutsideAnswer', { files: [] }),
  spoil('demand.instruction-unknown', 'CarryOutInstruction', { instructionId: NOBODY as never }),
  spoil('demand.report-unknown', 'GiveInstruction', { reportId: NOBODY as never }),
];

const clocksAndAnswers: readonly Spoilt[] = [
  spoil(
    'demand.same-urgency',
    'ReclassifyDemand',
    ({ demand }) => demand && { urgency: demand.urgency, productionStopped: demand.productionStopped },
  ),
  spoil('demand.pause-reason-unknown', 'PauseClock', { reason: 'holiday' }),
  spoil('demand.pause-used-up', 'PauseClock', { reason: 'used-up' }),
  spoil('demand.extension-too-long', 'AskExtension', { workdays: 99 }),
  spoil('demand.conclusion-not-allowed', 'SubmitAnswer', ({ demand }) => ({
    answer: {
      conclusion: demand?.status === 'referred' ? ('explained' as const) : ('referredAndAnswered' as const),
      text: '答复',
      conditions: [],
      files: [],
    },
  })),
  spoil('demand.review-date-needed', 'SubmitAnswer', {
    answer: { conclusion: 'conditionsLacking', text: '无', conditions: [], files: [] },
  }),
  spoil('demand.review-date-unneeded', 'SubmitAnswer', {
    answer: { conclusion: 'explained', text: '无', conditions: [], files: [], reviewOn: FAR },
  }),
  spoil('demand.interim-too-far', 'GiveInterimAnswer', { completionOn: FAR }),
  spoil('demand.words-needed', 'GiveVerdict', { grade: 'dissatisfied', words: ' ', solved: 'unsolved' }),
  spoil('demand.call-back-too-soon', 'RecordCallBack', ({ demand, context }) =>
    wasCalledToday(demand, context) ? { result: 'unreachable' as const } : undefined,
  ),
  spoil('demand.legal-basis-needed', 'DetermineFinally', { legalBasis: '' }),
];

const linksAndNotices: readonly Spoilt[] = [
  spoil('demand.merge-into-itself', 'MergeDemand', ({ demand }) => demand && { into: demand.id }),
  spoil('demand.merge-target-unfit', 'MergeDemand', { into: demandId('closed') }),
  spoil('demand.other-enterprise', 'MergeDemand', { into: demandId('foreign') }),
  spoil('demand.linked-before', 'AbsorbDemand', ({ demand }) =>
    demand?.absorbed[0] === undefined ? undefined : { from: demand.absorbed[0] },
  ),
  spoil('demand.sub-demand-unknown', 'RecordSubDemandClosed', { demandId: demandId('foreign') }),
  spoil('demand.ladder-step-reached-before', 'ClimbLadder', ({ demand }) => {
    const notice = demand?.notices.find(({ kind }) => kind === 'ladder');
    return notice?.kind === 'ladder'
      ? { step: notice.step, promise: notice.promise, dueAt: notice.dueAt }
      : undefined;
  }),
  {
    code: 'demand.notice-number-taken',
    type: 'IssueSupervisionNotice',
    facts: { noticeNumberTaken: true },
  },
  spoil('demand.notice-unknown', 'AcknowledgeNotice', { noticeId: NOBODY as never }),
  spoil(
    'demand.hides-owner',
    'SetConfidential',
    ({ demand }) => demand && { hiding: { unitIds: [demand.owner.unitId], personIds: [] } },
  ),
];

export const SPOILT: readonly Spoilt[] = [
  ...register,
  ...routing,
  ...handling,
  ...clocksAndAnswers,
  ...linksAndNotices,
];

export const SHORT_CALENDAR = calendar('2022-06-16');
