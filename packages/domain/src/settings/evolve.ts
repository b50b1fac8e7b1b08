import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { EffectiveDated } from '../time/effective-dated.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { SettingsEvent } from './events.ts';
import {
  SETTING_KEYS,
  type CalendarDays,
  type SettingKey,
  type SettingsState,
  type SettingValues,
  type TenantCalendar,
} from './state.ts';

type Dated = EffectiveDated<SettingValues[SettingKey]>;

/** Every list is keyed by the type of its values; the casts below only say what `SettingChange` already ties together. */
const withList = (
  state: SettingsState,
  key: SettingKey,
  change: (list: readonly Dated[]) => readonly Dated[],
): SettingsState => ({
  ...state,
  values: { ...state.values, [key]: change(state.values[key]) } as SettingsState['values'],
});

const opened = (from: LocalDate, values: SettingValues): SettingsState['values'] =>
  Object.fromEntries(
    SETTING_KEYS.map((key) => [key, [{ from, value: values[key] }]]),
  ) as unknown as SettingsState['values'];

const withCalendar = (
  state: SettingsState,
  calendar: TenantCalendar,
  change: (days: CalendarDays) => CalendarDays,
): SettingsState => ({
  ...state,
  calendars: { ...state.calendars, [calendar]: change(state.calendars[calendar]) },
});

const without = (exceptions: CalendarDays['exceptions'], date: LocalDate): CalendarDays['exceptions'] =>
  Object.fromEntries(Object.entries(exceptions).filter(([day]) => day !== date));

/** Folds one recorded event into the settings. A second change of a key from the same day replaces the first. */
export const evolve = (state: SettingsState | undefined, event: Recorded<SettingsEvent>): SettingsState => {
  if (event.type === 'SettingsOpened') {
    const calendars = { officer: { exceptions: {} }, department: { exceptions: {} } };
    return { id: event.settingsId, values: opened(event.from, event.values), calendars };
  }
  invariant(state !== undefined, `${event.type} without settings`);
  switch (event.type) {
    case 'SettingChanged':
      return withList(state, event.change.key, (list) =>
        [
          ...list.filter((entry) => entry.from !== event.from),
          { from: event.from, value: event.change.value },
        ].sort((one, other) => (one.from < other.from ? -1 : 1)),
      );
    case 'SettingChangeWithdrawn':
      return withList(state, event.key, (list) => list.filter((entry) => entry.from !== event.from));
    case 'CalendarDaySet':
      return withCalendar(state, event.calendar, (days) => ({
        ...days,
        exceptions: { ...days.exceptions, [event.date]: event.exception },
      }));
    case 'CalendarDayCleared':
      return withCalendar(state, event.calendar, (days) => ({
        ...days,
        exceptions: without(days.exceptions, event.date),
      }));
    case 'CalendarCoverageChanged':
      return withCalendar(state, event.calendar, (days) => ({ ...days, coverage: event.coverage }));
  }
};
