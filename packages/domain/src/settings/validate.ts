import { LIMITED, TEXT_KINDS, type PauseReason } from '../demand/settings.ts';
import { PROMISES, URGENCIES } from '../demand/vocabulary.ts';
import { KEY_LENGTH } from '../kernel/text.ts';
import type { LadderPolicy } from '../time/ladder.ts';
import type { Limit, LimitUnit } from '../time/limits.ts';
import type { SettingChange } from './events.ts';
import { SETTING_KEYS, type SettingKey, type SettingValues } from './state.ts';

/** Where a value is wrong, as a path inside it, and why. */
export type ValueProblem = {
  readonly at: string;
  readonly problem: 'range' | 'empty' | 'repeated' | 'unknown';
};

/** Two years in each unit: beyond that a promise is a slip of the pen. */
const MOST: Readonly<Record<LimitUnit, number>> = {
  naturalMinutes: 1_051_200,
  workMinutes: 240_000,
  workingDays: 500,
  calendarDays: 730,
};
const MOST_PAUSE_REASONS = 50;
const MOST_CHARACTERS = 100_000;

const whole = (
  at: string,
  value: number,
  [least, most]: readonly [number, number],
): ValueProblem | undefined =>
  Number.isInteger(value) && least <= value && value <= most ? undefined : { at, problem: 'range' };

const first = (problems: Iterable<ValueProblem | undefined>): ValueProblem | undefined => {
  for (const problem of problems) if (problem !== undefined) return problem;
  return undefined;
};

const amount = (at: string, limit: Pick<Limit, 'unit' | 'amount'>, least = 1) =>
  whole(`${at}.amount`, limit.amount, [least, MOST[limit.unit]]);

const repeated = (at: string, keys: readonly string[]): ValueProblem | undefined =>
  new Set(keys).size === keys.length ? undefined : { at, problem: 'repeated' };

const pauseReason = ({ key, cap }: PauseReason, at: string): ValueProblem | undefined =>
  key.trim() === '' || key.length > KEY_LENGTH
    ? { at: `${at}.key`, problem: 'empty' }
    : amount(`${at}.cap`, cap);

const ladder = ({ steps }: LadderPolicy, at: string): ValueProblem | undefined =>
  first([
    repeated(
      `${at}.steps`,
      steps.map(({ step }) => step),
    ),
    ...steps.flatMap(({ at: moment, recipients }, index): (ValueProblem | undefined)[] => [
      recipients.length === 0 ? { at: `${at}.steps.${index}.recipients`, problem: 'empty' } : undefined,
      moment.kind === 'afterDue'
        ? amount(`${at}.steps.${index}.at`, moment.limit, 0)
        : moment.fraction > 0 && moment.fraction <= 1
          ? undefined
          : { at: `${at}.steps.${index}.at`, problem: 'range' },
    ]),
  ]);

type Check<Key extends SettingKey> = (
  value: SettingValues[Key],
  categories: readonly string[],
) => ValueProblem | undefined;

const CHECKS: { readonly [Key in SettingKey]: Check<Key> } = {
  limits: (limits) =>
    first(
      URGENCIES.flatMap((urgency) =>
        LIMITED.map((limited) => amount(`limits.${urgency}.${limited}`, limits[urgency][limited])),
      ),
    ),
  declinesBeforeConsultation: (count) => whole('declinesBeforeConsultation', count, [1, 9]),
  rejectionsBeforeConsultation: (count) => whole('rejectionsBeforeConsultation', count, [1, 9]),
  answerApproval: () => undefined,
  verdictLimit: (limit) => amount('verdictLimit', limit),
  callBackLimit: (limit) => amount('callBackLimit', limit),
  callBackAttempts: (count) => whole('callBackAttempts', count, [1, 20]),
  returnVisit: (visit) => (visit === null ? undefined : amount('returnVisit.delay', visit.delay)),
  pauseReasons: (reasons) =>
    first([
      whole('pauseReasons.length', reasons.length, [0, MOST_PAUSE_REASONS]),
      repeated(
        'pauseReasons',
        reasons.map(({ key }) => key),
      ),
      ...reasons.map((reason, index) => pauseReason(reason, `pauseReasons.${index}`)),
    ]),
  extension: ({ maxWorkdays, maxTimes }) =>
    whole('extension.maxWorkdays', maxWorkdays, [1, MOST.workingDays]) ??
    whole('extension.maxTimes', maxTimes, [0, 20]),
  interim: ({ maxCalendarDays, maxTimes }) =>
    whole('interim.maxCalendarDays', maxCalendarDays, [1, 3_650]) ??
    whole('interim.maxTimes', maxTimes, [0, 20]),
  referral: ({ maxCalendarDays }) =>
    whole('referral.maxCalendarDays', maxCalendarDays, [1, MOST.calendarDays]),
  onTheSpotCategories: (keys, categories) =>
    keys.every((key) => categories.includes(key))
      ? repeated('onTheSpotCategories', keys)
      : { at: 'onTheSpotCategories', problem: 'unknown' },
  maxText: (lengths) =>
    first(TEXT_KINDS.map((kind) => whole(`maxText.${kind}`, lengths[kind], [1, MOST_CHARACTERS]))),
  ladders: (ladders) => first(PROMISES.map((promise) => ladder(ladders[promise], `ladders.${promise}`))),
  features: () => undefined,
};

/** Why a value cannot be set, or undefined. */
export const valueProblem = (
  { key, value }: SettingChange,
  categories: readonly string[],
): ValueProblem | undefined => (CHECKS[key] as Check<SettingKey>)(value, categories);

/** The first key with a value that cannot be set, or undefined. */
export const valuesProblem = (
  values: SettingValues,
  categories: readonly string[],
): ValueProblem | undefined =>
  first(SETTING_KEYS.map((key) => valueProblem({ key, value: values[key] } as SettingChange, categories)));
