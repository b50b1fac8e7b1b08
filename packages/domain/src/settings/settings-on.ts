import type { DemandSettings } from '../demand/settings.ts';
import { PROMISES, type PromiseKind } from '../demand/vocabulary.ts';
import { invariant } from '../kernel/invariant.ts';
import { effectiveOn, type EffectiveDated } from '../time/effective-dated.ts';
import type { LadderPolicies } from '../time/ladder.ts';
import type { LocalDate } from '../time/local-date.ts';
import { overlay, type CalendarOverrides, type WorkCalendar } from '../time/work-calendar.ts';
import type { SettingKey, SettingsState, SettingValues, TenantCalendar } from './state.ts';

/** The value of one key on a day; before the settings were opened, the first one. */
export const settingOn = <Key extends SettingKey>(
  state: SettingsState,
  key: Key,
  day: LocalDate,
): SettingValues[Key] => {
  const list: readonly EffectiveDated<SettingValues[Key]>[] = state.values[key];
  const first = list[0];
  invariant(first !== undefined, `setting without a value: ${key}`);
  const value = effectiveOn(list, day < first.from ? first.from : day);
  return value === undefined ? first.value : value;
};

const laddersOf = (state: SettingsState): DemandSettings['ladders'] => {
  const policies = (promise: PromiseKind): LadderPolicies =>
    state.values.ladders.map(({ from, value }) => ({ from, value: value[promise] }));
  return Object.fromEntries(
    PROMISES.map((promise) => [promise, policies(promise)]),
  ) as DemandSettings['ladders'];
};

/** Everything a decision about a demand is judged by on that day. Categories come from the catalogue. */
export const demandSettingsOn = (
  state: SettingsState,
  day: LocalDate,
  categories: readonly string[],
): DemandSettings => {
  const on = <Key extends SettingKey>(key: Key) => settingOn(state, key, day);
  const returnVisit = on('returnVisit');
  return {
    categories,
    limits: on('limits'),
    declinesBeforeConsultation: on('declinesBeforeConsultation'),
    rejectionsBeforeConsultation: on('rejectionsBeforeConsultation'),
    answerApproval: on('answerApproval'),
    verdictLimit: on('verdictLimit'),
    callBackLimit: on('callBackLimit'),
    callBackAttempts: on('callBackAttempts'),
    ...(returnVisit !== null && { returnVisit }),
    pauseReasons: on('pauseReasons'),
    extension: on('extension'),
    interim: on('interim'),
    referral: on('referral'),
    ladders: laddersOf(state),
    onTheSpotCategories: on('onTheSpotCategories'),
    maxText: on('maxText'),
  };
};

/** The state's calendar with the tenant's own days laid over it. Keep the result: an index is held per object. */
export const tenantCalendar = (
  state: SettingsState,
  calendar: TenantCalendar,
  ofState: WorkCalendar,
): WorkCalendar => {
  const { exceptions, coverage } = state.calendars[calendar];
  const overrides: CalendarOverrides = { exceptions, ...(coverage !== undefined && { coverage }) };
  return overlay(ofState, overrides);
};
