import { allOf } from '../kernel/all-of.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CalendarException, Coverage } from '../time/work-calendar.ts';
import type { SettingKey, SettingsId, SettingValues, TenantCalendar } from './state.ts';

/** One key with a value of its own type. */
export type SettingChange = {
  readonly [Key in SettingKey]: { readonly key: Key; readonly value: SettingValues[Key] };
}[SettingKey];

export type SettingsEvent =
  | {
      readonly type: 'SettingsOpened';
      readonly settingsId: SettingsId;
      readonly from: LocalDate;
      readonly values: SettingValues;
    }
  | {
      readonly type: 'SettingChanged';
      readonly from: LocalDate;
      readonly change: SettingChange;
      readonly reason: string;
    }
  | { readonly type: 'SettingChangeWithdrawn'; readonly from: LocalDate; readonly key: SettingKey }
  | {
      readonly type: 'CalendarDaySet';
      readonly calendar: TenantCalendar;
      readonly date: LocalDate;
      readonly exception: CalendarException;
    }
  | { readonly type: 'CalendarDayCleared'; readonly calendar: TenantCalendar; readonly date: LocalDate }
  | {
      readonly type: 'CalendarCoverageChanged';
      readonly calendar: TenantCalendar;
      readonly coverage: Coverage;
    };

export const SETTINGS_EVENT_TYPES = allOf<SettingsEvent['type']>()([
  'SettingsOpened',
  'SettingChanged',
  'SettingChangeWithdrawn',
  'CalendarDaySet',
  'CalendarDayCleared',
  'CalendarCoverageChanged',
]);
