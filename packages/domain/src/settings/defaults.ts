import type { Limited } from '../demand/settings.ts';
import type { LadderPolicy } from '../time/ladder.ts';
import type { Limit } from '../time/limits.ts';
import type { SettingValues } from './state.ts';

const minutes = (amount: number): Limit => ({
  unit: 'naturalMinutes',
  amount,
  start: 'immediately',
  rollForward: false,
});
const workingHours = (hours: number): Limit => ({
  unit: 'workMinutes',
  amount: hours * 60,
  start: 'immediately',
  rollForward: false,
});
const workingDays = (amount: number): Limit => ({
  unit: 'workingDays',
  amount,
  start: 'nextDay',
  rollForward: false,
});
const calendarDays = (amount: number): Limit => ({
  unit: 'calendarDays',
  amount,
  start: 'nextDay',
  rollForward: true,
});

const limits = (...[contact, plan, settle, rework, decline]: readonly [Limit, Limit, Limit, Limit, Limit]) =>
  ({ contact, plan, settle, rework, decline }) satisfies Record<Limited, Limit>;

const LADDER: LadderPolicy = {
  steps: [
    { step: 'notice', at: { kind: 'usedFraction', fraction: 0.8 }, recipients: ['responsible'] },
    {
      step: 'reminder',
      at: { kind: 'afterDue', limit: workingHours(0) },
      recipients: ['responsible', 'unitHead'],
    },
    {
      step: 'supervisionNotice',
      at: { kind: 'afterDue', limit: workingDays(2) },
      recipients: ['unitHead', 'inspector', 'desk'],
    },
    { step: 'leader', at: { kind: 'afterDue', limit: workingDays(5) }, recipients: ['leader'] },
  ],
};

/** What a new zone starts with; every value is the zone's to change. */
export const DEFAULT_SETTINGS: SettingValues = {
  limits: {
    general: limits(workingDays(1), workingDays(3), workingDays(10), workingDays(5), workingDays(1)),
    urgent: limits(workingHours(2), workingDays(1), workingDays(3), workingDays(2), workingHours(4)),
    critical: limits(minutes(30), minutes(120), minutes(1_440), minutes(1_440), minutes(30)),
  },
  declinesBeforeConsultation: 2,
  rejectionsBeforeConsultation: 2,
  answerApproval: false,
  verdictLimit: calendarDays(5),
  callBackLimit: workingDays(3),
  callBackAttempts: 3,
  returnVisit: { delay: calendarDays(30), kind: 'phone' },
  pauseReasons: [
    { key: 'awaitingEnterprise', proofNeeded: false, cap: { unit: 'workingDays', amount: 10 } },
    { key: 'awaitingOutsideBody', proofNeeded: true, cap: { unit: 'workingDays', amount: 20 } },
    { key: 'awaitingStatutoryProcedure', proofNeeded: true, cap: { unit: 'workingDays', amount: 60 } },
    { key: 'forceMajeure', proofNeeded: true, cap: { unit: 'calendarDays', amount: 30 } },
  ],
  extension: { maxWorkdays: 10, maxTimes: 1 },
  interim: { maxCalendarDays: 365, maxTimes: 3 },
  referral: { maxCalendarDays: 60 },
  ladders: { contact: LADDER, plan: LADDER, settle: LADDER },
  onTheSpotCategories: [],
  maxText: { title: 120, text: 4_000, note: 2_000, answer: 8_000, words: 1_000, number: 40 },
  features: { suggestions: true, duplicateWarnings: true },
};
