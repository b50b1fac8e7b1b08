import type { Actor } from '../../access/actor.ts';
import { addMinutes } from '../../time/instant.ts';
import { allowedActions } from '../allowed-actions.ts';
import { COMMAND_TYPES, type DemandCommand, type DemandCommandType } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import { RULES } from '../decide.ts';
import type { DemandRefusalCode } from '../refusals.ts';
import type { DemandDecision } from '../rule.ts';
import type { Demand } from '../state.ts';
import type { Status } from '../vocabulary.ts';
import { judge, recorded, START, type Play } from './play.ts';
import { SHORT_CALENDAR, SPOILT, type Spoilt } from './spoilt.ts';
import { someWellFormed, type Bench } from './well-formed.ts';
import { ACTORS, contextOf, FACTS, handler, head, SETTINGS, UNITS, unit } from './zone.ts';

/** One step that was tried: who, what, whether it was drawn from the allowed actions, and what came of it. */
export type Attempt = {
  readonly before: Play;
  readonly after: Play;
  readonly actor: Actor;
  readonly command: DemandCommand;
  readonly from: 'allowed' | 'spoilt' | 'anything';
  readonly wasAllowed: boolean;
  readonly decision: DemandDecision;
};

/** Numbers from a seed (mulberry32): the same seed tells the same story. */
export const dice = (seed: number): ((n: number) => number) => {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return n === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
};

/** What moves a demand on is drawn more often, chatter and early ends less, so that histories reach every corner. */
const WEIGHT: { readonly [Type in DemandCommandType]?: number } = {
  RouteDemand: 24,
  AcceptDemand: 20,
  DeclineDemand: 20,
  ConcludeConsultation: 30,
  MakePlan: 8,
  CompareOptions: 8,
  ChooseOption: 8,
  CompleteStep: 10,
  CompleteTask: 12,
  CancelTask: 6,
  AskExtension: 10,
  GrantExtension: 16,
  RefuseExtension: 16,
  GiveInterimAnswer: 8,
  SubmitAnswer: 30,
  ApproveAnswer: 20,
  ReturnAnswer: 6,
  GiveVerdict: 40,
  OpenCallBack: 20,
  RecordCallBack: 40,
  FileOutsideAnswer: 20,
  ReferDemand: 5,
  ClimbLadder: 12,
  ResumeClock: 16,
  CarryOutInstruction: 16,
  RecordSubDemandClosed: 16,
  RecordReturnVisit: 20,
  ReviewConditions: 10,
  ReopenDemand: 30,
  DetermineFinally: 60,
  AddNote: 1,
  AddSupplement: 1,
  AddFollowUp: 1,
  RecordSiteVisit: 1,
  AbsorbDemand: 1,
  RecordSubDemand: 2,
  LeavePackage: 2,
  SetConfidential: 2,
};
const RARE: readonly DemandCommandType[] = ['WithdrawDemand', 'MergeDemand', 'SettleOnTheSpot'];

const weightOf = (type: DemandCommandType): number => WEIGHT[type] ?? 3;

const drawn = (allowed: readonly DemandCommandType[], pick: Bench['pick']): DemandCommandType | undefined => {
  const fair = allowed.filter((type) => !RARE.includes(type) || pick(12) === 0);
  let mark = pick(fair.reduce((sum, type) => sum + weightOf(type), 0));
  return fair.find((type) => (mark -= weightOf(type)) < 0);
};

/** Rejected so often that a leader may end it: few histories come so far. */
const isContested = (demand: Demand | undefined): boolean =>
  demand !== undefined &&
  demand.status !== 'closed' &&
  demand.rejections >= SETTINGS.rejectionsBeforeConsultation;

/** Whoever has most to do with a demand of this status, and now and then anybody. */
const someActor = ({ demand }: Play, pick: Bench['pick']): Actor => {
  const { system, asker, clerk, caller, officer, leader, inspector } = ACTORS;
  const name = UNITS.find((candidate) => unit(candidate) === demand?.lead?.unitId) ?? 'power';
  const unitPeople = [head(name), handler(name), head(name)];
  const anybody = [
    system,
    asker,
    clerk,
    officer,
    leader,
    inspector,
    handler(UNITS[pick(UNITS.length)] ?? name),
  ];
  const main: { readonly [S in Status]: readonly Actor[] } = {
    registered: [clerk],
    consulting: [clerk, leader],
    assigned: unitPeople,
    handling: [...unitPeople, ...unitPeople, clerk, system, ...(isContested(demand) ? [leader] : [])],
    referred: [clerk],
    answered: [asker, asker, system, clerk],
    callingBack: [caller, clerk, asker, head(name)],
    closed: [clerk, officer],
  };
  const first = demand === undefined ? [asker, clerk, officer] : main[demand.status];
  const among = pick(3) === 0 ? anybody : first;
  return among[pick(among.length)] ?? clerk;
};

const LENGTHS_OF_TIME = [0, 0, 5, 5, 45, 45, 300, 1_500, 3_000, 6_000];

/** Tries `steps` steps from the seed; four in five are drawn from what is allowed. */
export const randomHistory = (seed: number, steps: number): readonly Attempt[] => {
  const pick = dice(seed);
  let minted = 0;
  const mint = (): string => `id-${(minted += 1)}`;
  const attempts: Attempt[] = [];
  let before = START;
  for (let step = 0; step < steps; step += 1) {
    before = { ...before, now: addMinutes(before.now, LENGTHS_OF_TIME[pick(LENGTHS_OF_TIME.length)] ?? 0) };
    const attempt = oneStep(before, pick, mint);
    if (attempt === undefined) continue;
    attempts.push(attempt);
    before = attempt.after;
  }
  return attempts;
};

/** Where refusals have their only occasion. */
const isCorner = (demand: Demand | undefined): boolean =>
  demand === undefined ||
  demand.status === 'consulting' ||
  isContested(demand) ||
  demand.status === 'callingBack' ||
  (demand.status === 'assigned' && demand.fixed);

const oneStep = (before: Play, pick: Bench['pick'], mint: Bench['mint']): Attempt | undefined => {
  const actor = someActor(before, pick);
  const context = contextOf(actor, before.now);
  const bench: Bench = { demand: before.demand, context, pick, mint };
  const allowed = allowedActions(before.demand, context);
  const kind = pick(isCorner(before.demand) ? 4 : 12);
  if (kind === 0) return spoiltStep(before, bench, allowed);
  if (kind === 1) return anyStep(before, bench, allowed);
  const type = drawn(allowed, pick);
  const command = type === undefined ? undefined : someWellFormed(type, bench);
  if (command === undefined) return undefined;
  const decision = judge(before, actor, { command });
  const after = recorded(before, actor, decision);
  return { before, after, actor, command, from: 'allowed', wasAllowed: true, decision };
};

/** Refusals that come before others whose occasion is rare. */
const RAREST: readonly DemandRefusalCode[] = ['demand.legal-basis-needed', 'demand.task-not-yours'];

/** Refusals whose occasion is rare: when there is one it is taken. */
const SCARCE: readonly DemandRefusalCode[] = [
  'demand.answer-pending',
  'demand.conclusion-not-allowed',
  'demand.review-date-needed',
  'demand.review-date-unneeded',
  'demand.caller-not-independent',
  'demand.call-back-too-soon',
  'demand.decline-too-late',
  'demand.extension-pending',
  'demand.extension-too-long',
  'demand.tasks-open',
  'demand.extensions-used-up',
  'demand.instruction-open',
  'demand.interim-too-far',
  'demand.interims-used-up',
  'demand.option-unknown',
  'demand.outside-answer-filed-before',
  'demand.outside-answer-missing',
  'demand.ladder-step-reached-before',
  'demand.proof-missing',
  'demand.remit-outside',
  'demand.seen-before',
  'demand.step-completed-before',
  'demand.step-unknown',
  'demand.sub-demands-open',
  'demand.task-unknown',
  'demand.unit-declined-before',
  'demand.unit-fixed',
  'demand.unit-hidden-from',
];

const scarceFirst = <T>(items: readonly T[], codeOf: (item: T) => DemandRefusalCode | undefined) => {
  const among = (codes: readonly DemandRefusalCode[]) =>
    items.filter((item) => {
      const code = codeOf(item);
      return code !== undefined && codes.includes(code);
    });
  return [among(RAREST), among(SCARCE)].find((found) => found.length > 0) ?? items;
};

const UNTIMELY: readonly DemandRefusalCode[] = [
  'demand.not-found',
  'demand.already-registered',
  'demand.wrong-status',
  'demand.closed',
];

/** Any command, more often one that would be timely but for its own reason. Nothing of it is recorded unless allowed. */
const anyStep = (before: Play, bench: Bench, allowed: readonly DemandCommandType[]): Attempt | undefined => {
  const { pick, context } = bench;
  const blockedBy = (type: DemandCommandType) => RULES[type].blocked(before.demand, context)?.code;
  const timely = COMMAND_TYPES.filter((type) => {
    const code = blockedBy(type);
    return code !== undefined && !UNTIMELY.includes(code);
  });
  const timelyFirst = timely.length > 0 && pick(4) > 0 ? timely : COMMAND_TYPES;
  const among = pick(3) > 0 ? scarceFirst(timelyFirst, blockedBy) : timelyFirst;
  const type = among[pick(among.length)];
  if (type === undefined) return undefined;
  const blank = blockedBy(type) === undefined ? undefined : ({ type } as DemandCommand);
  const command = someWellFormed(type, bench) ?? blank;
  if (command === undefined) return undefined;
  const decision = judge(before, context.actor, { command });
  const wasAllowed = allowed.includes(type);
  const after = wasAllowed ? recorded(before, context.actor, decision) : before;
  return { before, after, actor: context.actor, command, from: 'anything', wasAllowed, decision };
};

const spoiltCommand = (spoilt: Spoilt, bench: Bench): DemandCommand | undefined => {
  const sound = someWellFormed(spoilt.type, bench);
  if (sound === undefined) return undefined;
  const fields = spoilt.fields?.(bench, sound);
  return spoilt.fields !== undefined && fields === undefined
    ? undefined
    : ({ ...sound, ...fields } as DemandCommand);
};

const spoiltStep = (
  before: Play,
  bench: Bench,
  allowed: readonly DemandCommandType[],
): Attempt | undefined => {
  const ready = SPOILT.filter(({ type }) => allowed.includes(type)).flatMap((spoilt) => {
    const command = spoiltCommand(spoilt, bench);
    return command === undefined ? [] : [{ spoilt, command }];
  });
  const among = bench.pick(3) > 0 ? scarceFirst(ready, ({ spoilt }) => spoilt.code) : ready;
  const chosen = among[bench.pick(among.length)];
  if (chosen === undefined) return undefined;
  const { spoilt, command } = chosen;
  const context: Partial<DemandContext> = {
    ...(spoilt.facts === undefined ? {} : { facts: { ...FACTS, ...spoilt.facts } }),
    ...(spoilt.shortCalendar === undefined
      ? {}
      : { calendars: { officer: SHORT_CALENDAR, department: SHORT_CALENDAR } }),
  };
  const { actor } = bench.context;
  const decision = judge(before, actor, { command, context });
  const after = recorded(before, actor, decision);
  return { before, after, actor, command, from: 'spoilt', wasAllowed: true, decision };
};
