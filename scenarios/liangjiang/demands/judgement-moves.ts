import type { VerdictInput } from '@xiaoer/domain/demand/commands';
import { dateOf } from '@xiaoer/domain/time/instant';
import { byCaller, byClerk, byContact, byHandler, byLeader, daysOn } from './parts.ts';
import type { Move, Scene } from './scene.ts';

type Judged = Omit<VerdictInput, 'words'>;

const VERY: Judged = { grade: 'verySatisfied', solved: 'solved' };
const WELL: Judged = { grade: 'satisfied', solved: 'solved' };
const FAIR: Judged = { grade: 'fair', solved: 'solved' };
const PARTLY: Judged = { grade: 'fair', solved: 'partly' };
const BADLY: Judged = { grade: 'dissatisfied', solved: 'unsolved' };
const WORST: Judged = { grade: 'veryDissatisfied', solved: 'unsolved' };

const verdict = (judged: Judged): Move => ({
  by: byContact,
  command: ({ words }) => ({ type: 'GiveVerdict', ...judged, words: words.praise }),
});

const rejecting = (judged: Judged): Move => ({
  by: byContact,
  command: ({ words }) => ({ type: 'GiveVerdict', ...judged, words: words.complaint }),
});

const reached = (judged: Judged, words: (scene: Scene) => string): Move => ({
  by: byCaller,
  command: (scene) => ({
    type: 'RecordCallBack',
    result: 'reached',
    verdict: { ...judged, words: words(scene) },
    note: `与${scene.enterprise.contactName}通话`,
  }),
});

/** The enterprise's verdict, the call-back, and what comes after. */
export const judgementMoves = {
  verySatisfied: verdict(VERY),
  satisfied: verdict(WELL),
  fairlySatisfied: verdict(FAIR),
  partlySatisfied: verdict(PARTLY),
  reject: rejecting(BADLY),
  rejectStrongly: rejecting(WORST),
  rejectWithoutWords: {
    by: byContact,
    command: () => ({ type: 'GiveVerdict', ...BADLY, words: '' }),
    refusedWith: 'demand.words-needed',
  },
  openCallBack: { by: byClerk, command: () => ({ type: 'OpenCallBack' }) },
  reachedVerySatisfied: reached(VERY, ({ words }) => words.praise),
  reachedSatisfied: reached(WELL, ({ words }) => words.praise),
  reachedRejecting: reached(BADLY, ({ words }) => words.complaint),
  unreachable: {
    by: byCaller,
    command: (_, { turn }) => ({
      type: 'RecordCallBack',
      result: 'unreachable',
      note: `第${turn + 1}次拨打无人接听`,
    }),
  },
  determineFinally: {
    by: byLeader,
    command: () => ({
      type: 'DetermineFinally',
      legalBasis: '《国有建设用地使用权出让合同》及园区规划条件',
      reasons: '诉求内容与规划条件不符，已两次书面答复并会商，依据充分，作终结认定。',
      files: [],
    }),
  },
  determineTooEarly: {
    by: byLeader,
    command: () => ({
      type: 'DetermineFinally',
      legalBasis: '园区规划条件',
      reasons: '不符合规划',
      files: [],
    }),
    refusedWith: 'demand.too-few-rejections',
  },
  returnVisitHolds: {
    by: byCaller,
    command: ({ enterprise }) => ({
      type: 'RecordReturnVisit',
      kind: 'phone',
      holds: true,
      words: '一直正常',
      note: `回访${enterprise.shortName}`,
    }),
  },
  returnVisitFails: {
    by: byCaller,
    command: ({ enterprise }) => ({
      type: 'RecordReturnVisit',
      kind: 'phone',
      holds: false,
      words: '上周又出现同样问题',
      note: `回访${enterprise.shortName}`,
    }),
  },
  reopen: {
    by: byClerk,
    command: () => ({ type: 'ReopenDemand', reason: '问题再次出现，重新办理' }),
  },
  reviewConditions: {
    by: byHandler,
    command: (_, standing) => ({
      type: 'ReviewConditions',
      note: '条件仍不具备，下季度再核',
      nextOn: daysOn(standing, 60),
    }),
  },
  followUp: {
    by: byHandler,
    command: (_, { at }) => ({
      type: 'AddFollowUp',
      kind: 'other',
      on: dateOf(at),
      text: '完成后一个月复看，运行正常。',
      files: [],
    }),
  },
} as const satisfies Readonly<Record<string, Move>>;
