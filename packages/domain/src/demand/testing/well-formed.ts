import { hasRole } from '../../access/actor.ts';
import type { FileId, Id, OrganisationId, PackageId, PersonId } from '../../kernel/ids.ts';
import { dateOf } from '../../time/instant.ts';
import { addDays } from '../../time/local-date.ts';
import { isAttemptedToday } from '../call-attempts.ts';
import type {
  AnswerInput,
  DemandCommand,
  DemandCommandOf,
  DemandCommandType,
  RegistrationInput,
  VerdictInput,
} from '../commands.ts';
import type { DemandContext } from '../context.ts';
import { stepsAhead } from '../ladder.ts';
import type { Demand } from '../state.ts';
import { PARK, PLANT, ROBOT_MAKER, UNITS, demandId, person, unit, type UnitName } from './zone.ts';

/** Marks what must never reach the asker, and what may. */
export const INSIDE = '〔内〕';
export const OUTSIDE = '〔外〕';

/** What a builder has to go by. `pick` chooses among n; `mint` makes an id nobody used. */
export type Bench = {
  readonly demand: Demand | undefined;
  readonly context: DemandContext;
  readonly pick: (n: number) => number;
  readonly mint: () => string;
};

type Builder<Type extends DemandCommandType> = (
  bench: Bench,
) => Omit<DemandCommandOf<Type>, 'type'> | undefined;

const inside = (text: string): string => `${INSIDE}${text}`;
const outside = (text: string): string => `${OUTSIDE}${text}`;
const one = <T>({ pick }: Bench, items: readonly T[]): T | undefined => items[pick(items.length)];
const id = <Name extends string>({ mint }: Bench): Id<Name> => mint() as Id<Name>;
const day = ({ context }: Bench, days: number) => addDays(dateOf(context.now), days);
const file = (bench: Bench): FileId => id<'file'>(bench);

const nameOfUnit = (unitId: OrganisationId): UnitName | undefined =>
  UNITS.find((name) => unit(name) === unitId);

/** Units a demand may be given to. */
const freeUnits = ({ demand }: Bench): readonly UnitName[] =>
  UNITS.filter(
    (name) =>
      !(demand?.hiding?.unitIds ?? []).includes(unit(name)) &&
      !(demand?.declinedBy ?? []).includes(unit(name)),
  );

const holder = (bench: Bench) => {
  const name = one(bench, freeUnits(bench));
  return name === undefined ? undefined : { unitId: unit(name) };
};

const staffOf = (unitId: OrganisationId): readonly PersonId[] => {
  const name = nameOfUnit(unitId);
  if (name !== undefined) return [person(`handler-${name}`), person(`head-${name}`)];
  return unitId === unit('desk') ? [person('clerk'), person('caller')] : [person('officer')];
};

/** Whether another call that nobody answers would be too soon. */
export const wasCalledToday = (demand: Demand | undefined, context: DemandContext): boolean => {
  if (demand?.status !== 'callingBack') return false;
  const today = isAttemptedToday(demand, context);
  return today.ok && today.value;
};

const CHANNELS = ['visit', 'phone', 'counter', 'message', 'hotline', 'meeting', 'instruction'] as const;
const UNATTENDED = ['portal', 'qr', 'api', 'import'] as const;

export const registration = (bench: Bench): RegistrationInput => {
  const isAsker = hasRole(bench.context.actor, 'enterprise');
  return {
    demandId: id(bench),
    number: `D${bench.mint()}`,
    channel: one(bench, isAsker ? UNATTENDED.slice(0, 2) : CHANNELS) ?? 'phone',
    source: { reference: 'S-1', original: inside('原话') },
    enterpriseId: ROBOT_MAKER,
    particulars: {
      title: outside('技改政策'),
      text: outside('技术改造补助何时兑现'),
      category: one(bench, ['policy', 'lifeServices', 'parking']) ?? 'policy',
      tags: [],
      territoryId: PARK,
      siteId: PLANT,
      contactId: person('asker'),
      timesOccurred: 1,
    },
    urgency: one(bench, ['general', 'general', 'urgent', 'critical'] as const) ?? 'general',
    productionStopped: false,
    files: [],
  };
};

const CONCLUSIONS = ['solved', 'partlySolved', 'explained', 'conditionsLacking'] as const;

const answer = (bench: Bench): AnswerInput => {
  const conclusion =
    bench.demand?.status === 'referred' ? 'referredAndAnswered' : (one(bench, CONCLUSIONS) ?? 'solved');
  return {
    conclusion,
    text: outside('答复'),
    conditions: [{ condition: outside('研发投入占比'), answer: 'met', remark: outside('按上年') }],
    files: [],
    ...(conclusion === 'conditionsLacking' ? { reviewOn: day(bench, 30) } : {}),
  };
};

const content: VerdictInput = { grade: 'satisfied', words: outside('谢谢'), solved: 'solved' };
const discontent: VerdictInput = { grade: 'dissatisfied', words: outside('没解决'), solved: 'unsolved' };

const verdict = (bench: Bench): VerdictInput =>
  one(bench, [content, { ...content, grade: 'verySatisfied', solved: 'partly' }, discontent, discontent]) ??
  content;

const open = <T extends { readonly doneAt?: unknown }>(items: readonly T[] | undefined): readonly T[] =>
  (items ?? []).filter(({ doneAt }) => doneAt === undefined);

const mayTouch = ({ context }: Bench, unitId: OrganisationId): boolean =>
  context.actor.kind === 'person' &&
  (hasRole(context.actor, 'desk') || context.actor.grants.some((grant) => grant.unitId === unitId));

/** A command of every type that is accepted whenever that type is not blocked; undefined when the zone has no means for it. */
export const WELL_FORMED: { readonly [Type in DemandCommandType]: Builder<Type> } = {
  RegisterDemand: registration,
  SettleOnTheSpot: (bench) => {
    const input = registration(bench);
    return {
      ...input,
      channel: 'visit',
      particulars: { ...input.particulars, category: 'policy' },
      remit: 'own',
      answer: { ...answer({ ...bench, demand: undefined }), conclusion: 'explained', reviewOn: undefined },
      verdict: content,
    };
  },
  EditDemand: (bench) => ({ changes: { text: outside(`更正${bench.mint()}`), tags: [bench.mint()] } }),
  AddSupplement: (bench) => ({ text: outside('补充'), files: [file(bench)] }),
  DecideRemit: ({ demand }) => ({
    remit: demand?.remit === 'own' ? 'outside' : 'own',
    reason: inside('职责认定'),
  }),
  RouteDemand: (bench) => {
    const lead = holder(bench);
    const co = holder(bench);
    if (lead === undefined || co === undefined) return undefined;
    const tasks = [{ taskId: id<'demandTask'>(bench), to: co, text: inside('协办'), due: day(bench, 3) }];
    return { lead, coHandlers: bench.pick(3) === 0 ? tasks : [], note: inside('请办理') };
  },
  AcceptDemand: (bench) => {
    const personId = one(bench, staffOf(bench.demand?.lead?.unitId ?? unit('desk')));
    return personId === undefined ? undefined : { personId };
  },
  DeclineDemand: () => ({ reason: inside('非本单位职责') }),
  HandOverDemand: (bench) => {
    // While a verdict is awaited only what somebody leaves behind is handed over: `demand.test.ts` says how.
    if (bench.demand?.status === 'answered' || bench.demand?.status === 'callingBack') return undefined;
    const unitId = bench.demand?.status === 'handling' ? bench.demand.owner.unitId : unit('desk');
    const personId = staffOf(unitId).find((candidate) => candidate !== bench.demand?.owner.personId);
    return personId === undefined ? undefined : { to: { unitId, personId } };
  },
  ConcludeConsultation: (bench) => {
    const name = UNITS.find((candidate) => !(bench.demand?.hiding?.unitIds ?? []).includes(unit(candidate)));
    return name === undefined
      ? undefined
      : { heldOn: day(bench, 0), unitIds: [], minutes: inside('会商纪要'), lead: { unitId: unit(name) } };
  },
  RecordContact: () => ({ note: inside('已电话联系') }),
  MakePlan: (bench) => ({
    summary: outside('先勘察后施工'),
    steps: ['勘察', '施工'].map((text) => ({
      stepId: id(bench),
      text: outside(text),
      due: day(bench, 2),
    })),
  }),
  CompleteStep: (bench) => {
    const step = one(bench, open(bench.demand?.plan?.steps));
    return step && { stepId: step.stepId, note: inside('完成'), proof: [file(bench)] };
  },
  RecordSiteVisit: (bench) => ({
    visitedOn: day(bench, 0),
    personIds: [person('officer')],
    findings: inside('现场车位不足'),
    files: [],
  }),
  FormTaskForce: () => ({
    purpose: outside('停车专班'),
    leaderId: person('leader'),
    members: [{ unitId: unit('office'), personId: person('leader') }],
  }),
  CompareOptions: (bench) => ({
    options: (['high', 'low'] as const).map((feasibility) => ({
      optionId: id(bench),
      title: outside('新建停车场'),
      costToEnterpriseFen: 100_000,
      days: 30,
      feasibility,
      risk: 'low',
      note: inside('需占地'),
    })),
  }),
  ChooseOption: (bench) => {
    const option = one(bench, bench.demand?.comparison?.options ?? []);
    return option && { optionId: option.optionId, reason: outside('最快') };
  },
  AddNote: () => ({ note: inside('备注'), files: [] }),
  TellEnterprise: () => ({ text: outside('进展'), files: [] }),
  AddFollowUp: (bench) => ({ kind: 'supply', on: day(bench, 0), text: outside('已签约'), files: [] }),
  GiveTask: (bench) => {
    const lead = bench.demand?.lead;
    const to = lead !== undefined && bench.pick(2) === 0 ? lead : holder(bench);
    return to && { taskId: id(bench), to, text: inside('清点车位'), due: day(bench, 2) };
  },
  CompleteTask: (bench) => {
    const task = one(
      bench,
      open(bench.demand?.tasks).filter(({ to }) => mayTouch(bench, to.unitId)),
    );
    return task && { taskId: task.taskId, note: inside('已清点'), proof: [] };
  },
  CancelTask: (bench) => {
    const task = one(bench, open(bench.demand?.tasks));
    return task && { taskId: task.taskId, reason: inside('不再需要') };
  },
  AskEnterprise: (bench) => ({ taskId: id(bench), text: outside('请提供图纸'), due: day(bench, 2) }),
  CompleteEnterpriseTask: (bench) => {
    const task = one(bench, open(bench.demand?.enterpriseTasks));
    return task && { taskId: task.taskId, text: outside('已上传'), files: [] };
  },
  CancelEnterpriseTask: (bench) => {
    const task = one(bench, open(bench.demand?.enterpriseTasks));
    return task && { taskId: task.taskId, reason: outside('已有图纸') };
  },
  ReferDemand: (bench) => ({
    referralId: id(bench),
    body: { name: outside('试车场经营方') },
    letterNumber: '函〔2022〕1号',
    letter: inside('商请调整线路'),
    due: day(bench, 20),
  }),
  FileOutsideAnswer: (bench) => ({
    text: inside('同意调整'),
    via: 'scannedLetter',
    answeredOn: day(bench, 0),
    files: [file(bench)],
  }),
  RecallReferral: () => ({ reason: inside('对方称非其职责') }),
  ReportUpwards: (bench) => ({ reportId: id(bench), to: inside('管委会'), text: inside('请示') }),
  GiveInstruction: (bench) => ({
    instructionId: id(bench),
    leaderId: person('leader'),
    text: inside('请抓紧'),
    due: day(bench, 5),
  }),
  CarryOutInstruction: (bench) => {
    const given = one(
      bench,
      (bench.demand?.instructions ?? []).filter(({ carriedOutAt }) => carriedOutAt === undefined),
    );
    return given && { instructionId: given.instructionId, note: inside('已落实'), proof: [] };
  },
  MarkSeen: () => ({}),
  ReclassifyDemand: (bench) => {
    const others = (['general', 'urgent', 'critical'] as const).filter((u) => u !== bench.demand?.urgency);
    return { urgency: one(bench, others) ?? 'urgent', productionStopped: false, reason: inside('停产') };
  },
  PauseClock: (bench) => ({
    pauseId: id(bench),
    reason: 'awaiting-court',
    note: inside('待法院'),
    proof: [file(bench)],
  }),
  ResumeClock: () => ({ note: inside('恢复') }),
  AskExtension: (bench) => ({ extensionId: id(bench), workdays: 5, reason: inside('施工') }),
  GrantExtension: () => ({ words: outside('同意延期') }),
  RefuseExtension: () => ({ reason: inside('不同意') }),
  GiveInterimAnswer: (bench) => ({
    text: outside('正在建设'),
    completionOn: day(bench, 40),
    files: [],
  }),
  SubmitAnswer: (bench) => ({ answer: answer(bench) }),
  ApproveAnswer: () => ({}),
  ReturnAnswer: () => ({ reason: inside('补充依据') }),
  GiveVerdict: verdict,
  OpenCallBack: () => ({}),
  RecordCallBack: (bench) =>
    bench.pick(2) === 0 && !wasCalledToday(bench.demand, bench.context)
      ? { result: 'unreachable', note: inside('无人接听') }
      : { result: 'reached', verdict: verdict(bench), note: inside('已接通') },
  DetermineFinally: () => ({ legalBasis: outside('《条例》第十条'), reasons: outside('不符合'), files: [] }),
  WithdrawDemand: () => ({ askersWords: outside('不办了'), proof: [] }),
  MergeDemand: () => ({ into: demandId('open'), reason: inside('同一事项') }),
  AbsorbDemand: (bench) => ({ from: id(bench), timesOccurred: 2 }),
  LinkRecurrence: (bench) =>
    bench.demand?.recurrenceOf === undefined ? { to: demandId('closed') } : undefined,
  JoinPackage: (bench) => ({ packageId: bench.mint() as PackageId }),
  LeavePackage: ({ demand }) =>
    demand?.packageId && { packageId: demand.packageId, reason: inside('与本包无关') },
  RecordSubDemand: (bench) => ({ demandId: id(bench) }),
  RecordSubDemandClosed: (bench) => {
    const sub = one(
      bench,
      (bench.demand?.subDemands ?? []).filter(({ closed }) => !closed),
    );
    return sub && { demandId: sub.demandId };
  },
  RecordReturnVisit: (bench) => ({
    kind: 'phone',
    holds: bench.pick(2) === 0,
    words: outside('还行'),
    note: inside('回访'),
  }),
  ReviewConditions: (bench) => ({ note: inside('仍不具备'), nextOn: day(bench, 30) }),
  ReopenDemand: () => ({ reason: outside('条件已具备') }),
  ClimbLadder: (bench) => {
    const ahead = bench.demand === undefined ? [] : stepsAhead(bench.demand, bench.context).steps;
    const due = ahead.find(({ at }) => at <= bench.context.now);
    return due && { noticeId: id(bench), step: due.step, promise: due.promise, dueAt: due.dueAt };
  },
  RemindUnit: (bench) => ({ noticeId: id(bench), text: inside('催办') }),
  IssueSupervisionNotice: (bench) => ({
    noticeId: id(bench),
    number: '督〔2022〕1号',
    text: inside('督办'),
    due: day(bench, 3),
  }),
  AnswerSupervisionNotice: (bench) => {
    const notice = bench.demand?.notices.find(
      (candidate) => candidate.kind === 'supervision' && candidate.answeredAt === undefined,
    );
    return notice && { noticeId: notice.noticeId, text: inside('整改'), files: [] };
  },
  AcknowledgeNotice: ({ demand }) => {
    const notice = demand?.notices.find(({ acknowledged }) => acknowledged === undefined);
    return notice && { noticeId: notice.noticeId };
  },
  SetConfidential: ({ demand }) => {
    const taken = [
      demand?.owner.unitId,
      demand?.lead?.unitId,
      ...(demand?.tasks ?? []).map(({ to }) => to.unitId),
    ];
    const name = UNITS.toReversed().find((candidate) => !taken.includes(unit(candidate)));
    return name && { hiding: { unitIds: [unit(name)], personIds: [] }, reason: inside('涉及该单位') };
  },
  LiftConfidentiality: () => ({ reason: inside('已查清') }),
};

/** The well-formed command of a type. */
export const wellFormed = <Type extends DemandCommandType>(
  type: Type,
  bench: Bench,
): DemandCommandOf<Type> | undefined => {
  const fields = WELL_FORMED[type](bench);
  return fields === undefined ? undefined : ({ type, ...fields } as unknown as DemandCommandOf<Type>);
};

/** The same when the type is only known at run time. */
export const someWellFormed = (type: DemandCommandType, bench: Bench): DemandCommand | undefined =>
  wellFormed(type, bench) as DemandCommand | undefined;
