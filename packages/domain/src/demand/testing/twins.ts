import type { EnterpriseId } from '../../kernel/ids.ts';
import { assertDate } from '../../time/local-date.ts';
import type { DemandRefusalCode } from '../refusals.ts';
import type { Play } from './play.ts';
import { SHORT_CALENDAR } from './spoilt.ts';
import { ACTS, after, SITUATIONS, type Act } from './story.ts';
import {
  HOUSING,
  absorb,
  accept,
  acknowledge,
  answer,
  approve,
  ask,
  asked,
  but,
  call,
  called,
  carryOut,
  choose,
  climb,
  climbed,
  compare,
  compared,
  confide,
  confided,
  content,
  decline,
  determine,
  fill,
  finish,
  firstRung,
  forward,
  forwarded,
  grant,
  handOverTo,
  instruct,
  instructed,
  interim,
  join,
  joined,
  leave,
  lacking,
  late,
  merge,
  outsideAnswer,
  particulars,
  pause,
  paused,
  plan,
  planned,
  reclassify,
  register,
  reminded,
  route,
  step,
  subAdded,
  subClosed,
  submit,
  task,
  twoTasks,
  visit,
  worker,
} from './twin-acts.ts';
import { ACTORS, demandId, FACTS, person, unit } from './zone.ts';

/**
 * A refusal and its success twin: the same act, accepted in one play or with one content and refused in the other.
 * `given` is the shared set-up; `instead` replaces it, and `refuses` the act, where the two differ.
 */
export type Twin = {
  readonly given: Play;
  readonly accepts: Act;
  readonly instead?: Play;
  readonly refuses?: Act;
};

const { asker, clerk, inspector, officer, leader } = ACTORS;
const { routedTo } = ACTS;
const S = SITUATIONS;

const registering = (refuses: Act): Twin => ({ given: S.nothing, accepts: register, refuses });

/** Complete: a refusal without a twin does not compile. */
export const TWINS: { readonly [Code in DemandRefusalCode]: Twin } = {
  'demand.not-found': { given: S.registered, accepts: { by: clerk, does: 'AddNote' }, instead: S.nothing },
  'demand.already-registered': { given: S.nothing, accepts: register, instead: S.registered },
  'demand.wrong-status': { given: S.assigned, accepts: accept, instead: S.handling },
  'demand.closed': { given: S.registered, accepts: route, instead: S.closed },
  'demand.text-missing': registering(fill({ title: ' ' })),
  'demand.text-too-long': registering(fill({ title: '长'.repeat(61) })),
  'demand.number-out-of-range': registering(fill({ lossFenPerOccurrence: 0.5 })),
  'demand.date-in-past': {
    given: S.handling,
    accepts: plan,
    refuses: but(plan, { steps: [{ stepId: 's', text: '勘察', due: assertDate('2022-06-14') }] }),
  },
  'demand.date-in-future': {
    given: S.handling,
    accepts: { by: officer, does: 'RecordSiteVisit' },
    refuses: { by: officer, does: 'RecordSiteVisit', other: { visitedOn: assertDate('2022-06-16') } },
  },
  'demand.id-reused': { given: S.handling, accepts: task('power'), instead: twoTasks },
  'demand.nothing-changed': {
    given: S.registered,
    accepts: { by: clerk, does: 'EditDemand', other: { changes: { title: '改' } } },
    refuses: { by: clerk, does: 'EditDemand', other: { changes: {} } },
  },
  'demand.category-unknown': registering(fill({ category: 'weather' })),
  'demand.reference-unknown': registering(fill({ siteId: 'site-elsewhere' })),
  'demand.proof-missing': { given: S.handling, accepts: pause, refuses: but(pause, { proof: [] }) },
  'demand.enterprise-inactive': registering({
    ...register,
    context: { facts: { ...FACTS, enterpriseActive: false } },
  }),
  'demand.no-desk': {
    given: S.nothing,
    accepts: { by: asker, does: 'RegisterDemand' },
    refuses: {
      by: asker,
      does: 'RegisterDemand',
      context: { facts: { ...FACTS, serviceOfficer: undefined, dutyDesk: undefined } },
    },
  },
  'demand.on-the-spot-not-allowed': {
    given: S.nothing,
    accepts: { by: officer, does: 'SettleOnTheSpot' },
    refuses: { by: officer, does: 'SettleOnTheSpot', other: { particulars } },
  },
  'demand.unit-inactive': {
    given: S.registered,
    accepts: route,
    refuses: { ...route, context: { facts: { ...FACTS, activeUnitIds: [] } } },
  },
  'demand.unit-declined-before': {
    given: S.declinedOnce,
    accepts: routedTo('water'),
    refuses: routedTo('power'),
  },
  'demand.unit-hidden-from': { given: confided, accepts: route, refuses: but(route, { lead: HOUSING }) },
  'demand.person-not-in-unit': {
    given: S.assigned,
    accepts: accept,
    refuses: but(accept, { personId: person('handler-water') }),
  },
  'demand.same-person': {
    given: S.handling,
    accepts: handOverTo('head-power'),
    refuses: handOverTo('handler-power'),
  },
  'demand.not-your-unit': {
    given: S.registered,
    accepts: {
      by: clerk,
      does: 'HandOverDemand',
      other: { to: { unitId: unit('desk'), personId: person('caller') } },
    },
    instead: S.handling,
  },
  'demand.remit-unchanged': {
    given: S.assigned,
    accepts: { by: clerk, does: 'DecideRemit', other: { remit: 'outside' } },
    refuses: { by: clerk, does: 'DecideRemit', other: { remit: 'own' } },
  },
  'demand.remit-outside': {
    given: S.registered,
    accepts: route,
    instead: after(S.registered, { by: clerk, does: 'DecideRemit', other: { remit: 'outside' } }),
  },
  'demand.remit-own': {
    given: S.registered,
    accepts: { by: clerk, does: 'ReferDemand' },
    instead: S.handling,
  },
  'demand.decline-too-late': { given: S.assigned, accepts: decline, instead: after(S.assigned, { days: 2 }) },
  'demand.unit-fixed': { given: S.assigned, accepts: decline, instead: S.fixed },
  'demand.contact-recorded-before': {
    given: S.handling,
    accepts: { by: worker, does: 'RecordContact' },
    instead: after(S.handling, { by: worker, does: 'RecordContact' }),
  },
  'demand.no-open-step': { given: planned, accepts: step(0), instead: after(planned, step(0), step(1)) },
  'demand.step-unknown': { given: planned, accepts: step(0), refuses: but(step(0), { stepId: 'other' }) },
  'demand.step-completed-before': { given: planned, accepts: step(0), instead: after(planned, step(0)) },
  'demand.options-too-few': { given: S.handling, accepts: compare, refuses: but(compare, { options: [] }) },
  'demand.no-options': { given: compared, accepts: choose, instead: S.handling },
  'demand.option-unknown': { given: compared, accepts: choose, refuses: but(choose, { optionId: 'x' }) },
  'demand.leader-not-member': {
    given: S.handling,
    accepts: { by: worker, does: 'FormTaskForce' },
    refuses: { by: worker, does: 'FormTaskForce', other: { leaderId: person('clerk') } },
  },
  'demand.no-open-task': { given: twoTasks, accepts: finish, instead: S.handling },
  'demand.task-unknown': { given: twoTasks, accepts: finish, refuses: but(finish, { taskId: 'x' }) },
  'demand.task-not-yours': {
    given: twoTasks,
    accepts: finish,
    refuses: but(finish, { taskId: 'task-roads' }),
  },
  'demand.tasks-open': { given: S.handling, accepts: answer, instead: twoTasks },
  'demand.letter-due-too-far': {
    given: S.registered,
    accepts: { by: clerk, does: 'ReferDemand' },
    refuses: { by: clerk, does: 'ReferDemand', other: { due: assertDate('2022-12-31') } },
  },
  'demand.outside-answer-missing': {
    given: after(S.referred, outsideAnswer),
    accepts: forward,
    instead: S.referred,
  },
  'demand.outside-answer-filed-before': {
    given: S.referred,
    accepts: outsideAnswer,
    instead: after(S.referred, outsideAnswer),
  },
  'demand.no-open-instruction': { given: instructed, accepts: carryOut, instead: S.handling },
  'demand.instruction-unknown': {
    given: instructed,
    accepts: carryOut,
    refuses: but(carryOut, { instructionId: 'x', note: '好', proof: [] }),
  },
  'demand.instruction-open': { given: S.handling, accepts: answer, instead: instructed },
  'demand.report-unknown': {
    given: after(S.handling, { by: clerk, does: 'ReportUpwards', other: { reportId: 'report-1' } }),
    accepts: but(instruct, { reportId: 'report-1' }),
    instead: S.handling,
  },
  'demand.seen-before': {
    given: S.handling,
    accepts: { by: leader, does: 'MarkSeen' },
    instead: after(S.handling, { by: leader, does: 'MarkSeen' }),
  },
  'demand.same-urgency': {
    given: S.handling,
    accepts: reclassify,
    refuses: but(reclassify, { urgency: 'general' }),
  },
  'demand.clock-paused': { given: S.handling, accepts: answer, instead: paused },
  'demand.clock-running': {
    given: paused,
    accepts: { by: worker, does: 'ResumeClock' },
    instead: S.handling,
  },
  'demand.pause-reason-unknown': {
    given: S.handling,
    accepts: pause,
    refuses: but(pause, { reason: 'holiday' }),
  },
  'demand.pause-used-up': { given: S.handling, accepts: pause, refuses: but(pause, { reason: 'used-up' }) },
  'demand.extension-pending': { given: S.handling, accepts: ask, instead: asked },
  'demand.no-extension-pending': { given: asked, accepts: grant, instead: S.handling },
  'demand.extension-too-long': { given: S.handling, accepts: ask, refuses: but(ask, { workdays: 11 }) },
  'demand.extensions-used-up': { given: S.handling, accepts: ask, instead: after(asked, grant) },
  'demand.overdue': { given: S.handling, accepts: ask, instead: late },
  'demand.conclusion-not-allowed': { given: S.handling, accepts: answer, refuses: forwarded },
  'demand.review-date-needed': {
    given: S.handling,
    accepts: content({ conclusion: 'conditionsLacking', reviewOn: assertDate('2022-07-15') }),
    refuses: content({ conclusion: 'conditionsLacking' }),
  },
  'demand.review-date-unneeded': {
    given: S.handling,
    accepts: answer,
    refuses: content({ reviewOn: assertDate('2022-07-15') }),
  },
  'demand.interim-too-far': {
    given: S.handling,
    accepts: interim,
    refuses: but(interim, { completionOn: assertDate('2023-06-30') }),
  },
  'demand.interims-used-up': {
    given: after(S.handling, interim),
    accepts: interim,
    instead: after(S.handling, interim, interim),
  },
  'demand.answer-pending': { given: S.handling, accepts: submit, instead: after(S.handling, submit) },
  'demand.no-answer-pending': {
    given: after(S.handling, submit),
    accepts: approve,
    instead: S.handling,
  },
  'demand.sub-demands-open': { given: after(subAdded, subClosed), accepts: answer, instead: subAdded },
  'demand.words-needed': {
    given: S.answered,
    accepts: ACTS.rejected,
    refuses: but(ACTS.rejected, { words: ' ' }),
  },
  'demand.caller-not-independent': { given: S.callingBack, accepts: call, refuses: { ...call, by: worker } },
  'demand.call-back-too-soon': { given: after(called, { days: 1 }), accepts: call, instead: called },
  'demand.too-few-rejections': { given: S.rejectedTwice, accepts: determine, instead: S.returned },
  'demand.legal-basis-needed': {
    given: S.rejectedTwice,
    accepts: determine,
    refuses: but(determine, { legalBasis: '' }),
  },
  'demand.merge-into-itself': {
    given: S.registered,
    accepts: merge,
    refuses: but(merge, { into: S.registered.demand?.id }),
  },
  'demand.merge-target-unfit': {
    given: S.registered,
    accepts: merge,
    refuses: but(merge, { into: demandId('closed') }),
  },
  'demand.other-enterprise': {
    given: S.nothing,
    accepts: { by: asker, does: 'RegisterDemand' },
    refuses: {
      by: asker,
      does: 'RegisterDemand',
      other: { enterpriseId: 'enterprise-other' as EnterpriseId },
    },
  },
  'demand.channel-not-yours': {
    given: S.nothing,
    accepts: { by: asker, does: 'RegisterDemand', other: { channel: 'qr' } },
    refuses: { by: asker, does: 'RegisterDemand', other: { channel: 'phone' } },
  },
  'demand.recurrence-unfit': {
    given: S.registered,
    accepts: { by: clerk, does: 'LinkRecurrence' },
    refuses: { by: clerk, does: 'LinkRecurrence', other: { to: demandId('open') } },
  },
  'demand.parent-unfit': {
    given: S.nothing,
    accepts: but(register, { parentId: demandId('open') }),
    refuses: but(register, { parentId: demandId('closed') }),
  },
  'demand.linked-before': { given: S.registered, accepts: absorb, instead: after(S.registered, absorb) },
  'demand.in-package': { given: S.registered, accepts: join, instead: joined },
  'demand.not-in-package': {
    given: joined,
    accepts: leave,
    refuses: but(leave, { packageId: 'package-other' }),
  },
  'demand.sub-demand-unknown': {
    given: subAdded,
    accepts: subClosed,
    refuses: but(subClosed, { demandId: 'x' }),
  },
  'demand.no-return-visit-due': { given: S.closed, accepts: visit, instead: after(S.closed, visit) },
  'demand.no-review-due': {
    given: lacking,
    accepts: { by: clerk, does: 'ReviewConditions' },
    instead: S.closed,
  },
  'demand.not-reopenable': {
    given: after(S.closed, but(visit, { holds: false })),
    accepts: { by: clerk, does: 'ReopenDemand' },
    instead: after(S.closed, but(visit, { holds: true })),
  },
  'demand.ladder-step-outdated': { given: late, accepts: climb, instead: S.handling },
  'demand.ladder-step-reached-before': {
    given: late,
    accepts: but(climb, firstRung ?? {}),
    instead: climbed,
  },
  'demand.no-open-notice': { given: reminded, accepts: acknowledge, instead: S.handling },
  'demand.notice-unknown': {
    given: reminded,
    accepts: acknowledge,
    refuses: but(acknowledge, { noticeId: 'x' }),
  },
  'demand.notice-number-taken': {
    given: S.handling,
    accepts: { by: inspector, does: 'IssueSupervisionNotice' },
    refuses: {
      by: inspector,
      does: 'IssueSupervisionNotice',
      context: { facts: { ...FACTS, noticeNumberTaken: true } },
    },
  },
  'demand.hides-nobody': {
    given: S.registered,
    accepts: confide,
    refuses: but(confide, { hiding: { unitIds: [], personIds: [] } }),
  },
  'demand.hides-owner': {
    given: S.registered,
    accepts: confide,
    refuses: but(confide, { hiding: { unitIds: [unit('desk')], personIds: [] } }),
  },
  'demand.not-confidential': {
    given: confided,
    accepts: { by: clerk, does: 'LiftConfidentiality' },
    instead: S.registered,
  },
  'calendar.outside-coverage': registering({
    ...register,
    context: { calendars: { officer: SHORT_CALENDAR, department: SHORT_CALENDAR } },
  }),
};
