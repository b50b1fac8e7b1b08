import { CLOSED_UNSETTLED_PATHS, OPEN_PATHS, SETTLED_PATHS } from './own-paths.ts';
import { OUTSIDE_PATHS } from './outside-paths.ts';
import type { Path } from './path.ts';

/** How many demands go which way, beside the hand-written cases. Filled in, so that the sums are those of the report. */
export const SETTLED_QUOTAS: Readonly<Record<keyof typeof SETTLED_PATHS, number>> = {
  plain: 11,
  plainGladly: 9,
  plainFairly: 8,
  firstContactRoutes: 8,
  headAnswers: 6,
  visitedAndTold: 6,
  holds: 5,
  followedUp: 4,
  supplemented: 4,
  edited: 3,
  withCoHandler: 5,
  enterpriseHelps: 4,
  optionsCompared: 4,
  taskForce: 4,
  instructed: 4,
  reportedUpwards: 2,
  answerReturned: 4,
  extended: 3,
  extensionRefused: 2,
  paused: 3,
  reclassified: 3,
  calledBack: 6,
  calledBackGladly: 4,
  deskCallsEarly: 3,
  reachedAtSecondCall: 2,
  explained: 5,
  explainedGladly: 3,
  declinedOnce: 4,
  declineTooLate: 1,
  declinedTwice: 2,
  reworked: 3,
  reworkedAfterCall: 1,
  consultedAfterRejections: 1,
  late: 3,
  supervised: 1,
  reopenedAndSettled: 1,
};

export const CLOSED_UNSETTLED_QUOTAS: Readonly<Record<keyof typeof CLOSED_UNSETTLED_PATHS, number>> = {
  partly: 9,
  partlyAsTheAskerSays: 4,
  unreachable: 5,
  lacking: 5,
  lackingReviewed: 2,
  withdrawnEarly: 4,
  withdrawnLate: 3,
  determined: 3,
  merged: 3,
  mergedInHandling: 3,
};

export const OPEN_QUOTAS: Readonly<Record<keyof typeof OPEN_PATHS, number>> = {
  registered: 2,
  assigned: 3,
  consulting: 2,
  accepted: 5,
  planned: 7,
  working: 8,
  visited: 5,
  paused: 3,
  extended: 2,
  awaitingApproval: 2,
  overdue: 6,
  overdueSupervised: 3,
  interim: 7,
  reworking: 2,
  reopened: 1,
  answered: 4,
  callingBack: 2,
};

export const OUTSIDE_QUOTAS: Readonly<Record<keyof typeof OUTSIDE_PATHS, number>> = {
  plain: 30,
  gladly: 19,
  byLetter: 12,
  atOnce: 8,
  reminded: 6,
  calledBack: 9,
  calledBackGladly: 4,
  unreachable: 3,
  recalled: 4,
  reworked: 3,
  firstOursThenTheirs: 2,
  late: 5,
  waiting: 22,
  waitingReminded: 5,
  waitingLong: 6,
  filed: 4,
  answered: 7,
  callingBack: 5,
};

/** Of the 198 settled: so many were settled on the spot, so many on a Saturday night. */
export const SPOT_QUOTA = 30;
export const NIGHT_QUOTA = 5;

/** Demands still open are registered so many working days before the freeze date: least and most. */
type Windows = Readonly<Record<string, readonly [least: number, most: number]>>;

const OPEN_WINDOWS: Windows = {
  registered: [1, 1],
  assigned: [1, 1],
  consulting: [2, 3],
  accepted: [3, 6],
  planned: [3, 7],
  working: [5, 8],
  visited: [4, 8],
  paused: [4, 8],
  extended: [8, 11],
  awaitingApproval: [8, 9],
  overdue: [14, 22],
  overdueSupervised: [18, 32],
  interim: [16, 70],
  reworking: [11, 13],
  reopened: [30, 50],
  answered: [8, 9],
  callingBack: [13, 15],
};

const OUTSIDE_WINDOWS: Windows = {
  waiting: [2, 13],
  waitingReminded: [11, 14],
  waitingLong: [20, 40],
  filed: [9, 13],
  answered: [10, 11],
  callingBack: [15, 18],
};

export type PlannedWay = {
  readonly name: string;
  readonly path: Path;
  readonly remit: 'own' | 'outside';
  readonly isSettled: boolean;
  readonly window?: readonly [least: number, most: number];
};

const ways = <Name extends string>(
  paths: Readonly<Record<Name, Path>>,
  quotas: Readonly<Record<Name, number>>,
  {
    remit,
    isSettled,
    windows = {},
  }: Pick<PlannedWay, 'remit' | 'isSettled'> & { readonly windows?: Windows },
): readonly PlannedWay[] =>
  (Object.keys(paths) as Name[]).flatMap((name) => {
    const window = windows[name];
    const way: PlannedWay = { name, path: paths[name], remit, isSettled, ...(window && { window }) };
    return Array.from({ length: quotas[name] }, () => way);
  });

/** The way of every demand that is not written out by hand. */
export const plannedWays = (): readonly PlannedWay[] => [
  ...ways(OPEN_PATHS, OPEN_QUOTAS, { remit: 'own', isSettled: false, windows: OPEN_WINDOWS }),
  ...ways(SETTLED_PATHS, SETTLED_QUOTAS, { remit: 'own', isSettled: true }),
  ...ways(CLOSED_UNSETTLED_PATHS, CLOSED_UNSETTLED_QUOTAS, { remit: 'own', isSettled: false }),
  ...ways(OUTSIDE_PATHS, OUTSIDE_QUOTAS, { remit: 'outside', isSettled: false, windows: OUTSIDE_WINDOWS }),
];
