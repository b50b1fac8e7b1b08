import type { Path } from './path.ts';

const referred: Path = [
  ['register', 0],
  ['contact', 0],
  ['remitOutside', 0],
  ['refer', 0],
];
const referredAtOnce: Path = [
  ['register', 0],
  ['contact', 0],
  ['refer', 0],
];
const tracked: Path = [...referred, ['outsideAnswerByLink', 8], ['submitReferred', 0]];

/** What lies outside: always referred, always tracked to an answer, always judged or called back. */
export const OUTSIDE_PATHS = {
  plain: [...tracked, ['satisfied', 1]],
  gladly: [...tracked, ['verySatisfied', 1]],
  byLetter: [...referred, ['outsideAnswerByLetter', 10], ['submitReferred', 0], ['satisfied', 2]],
  atOnce: [...referredAtOnce, ['outsideAnswerByLink', 6], ['submitReferred', 0], ['fairlySatisfied', 1]],
  reminded: [
    ...referred,
    ['submitReferredTooEarly', 5],
    ['remind', 7],
    ['outsideAnswerByLink', 2],
    ['submitReferred', 0],
    ['satisfied', 1],
  ],
  calledBack: [...tracked, ['reachedSatisfied', 5]],
  calledBackGladly: [...tracked, ['openCallBack', 0], ['reachedVerySatisfied', 1]],
  unreachable: [...tracked, ['unreachable', 5], ['unreachable', 1], ['unreachable', 1]],
  recalled: [
    ...referred,
    ['recall', 4],
    ['refer', 0],
    ['outsideAnswerByLink', 7],
    ['submitReferred', 1],
    ['satisfied', 1],
  ],
  reworked: [
    ...tracked,
    ['reject', 1],
    ['refer', 1],
    ['outsideAnswerByLink', 5],
    ['submitReferred', 0],
    ['satisfied', 1],
  ],
  firstOursThenTheirs: [
    ['register', 0],
    ['contact', 0],
    ['route', 0],
    ['decline', 0],
    ['remitOutside', 0],
    ['refer', 0],
    ['outsideAnswerByLink', 8],
    ['submitReferred', 1],
    ['satisfied', 1],
  ],
  late: [...referred, ['remind', 16], ['outsideAnswerByLink', 6], ['submitReferred', 1], ['satisfied', 1]],
  waiting: referred,
  waitingReminded: [...referred, ['remind', 9]],
  waitingLong: [...referred, ['remind', 17]],
  filed: [...referred, ['outsideAnswerByLink', 7]],
  answered: tracked,
  callingBack: [...tracked, ['addNoteByFirstContact', 4]],
} as const satisfies Readonly<Record<string, Path>>;
