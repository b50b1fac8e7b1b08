import type { CommandContext } from '../access/command-context.ts';
import { allOf } from '../kernel/all-of.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CalendarException, Coverage } from '../time/work-calendar.ts';
import type { SettingChange } from './events.ts';
import type { SettingKey, SettingsId, SettingValues, TenantCalendar } from './state.ts';

export type SettingsCommand =
  | {
      readonly type: 'OpenSettings';
      readonly settingsId: SettingsId;
      readonly from: LocalDate;
      readonly values: SettingValues;
    }
  /** In force from a day on; never from a day that is over. */
  | {
      readonly type: 'ChangeSetting';
      readonly from: LocalDate;
      readonly change: SettingChange;
      readonly reason: string;
    }
  /** Only while it is not yet in force. */
  | { readonly type: 'WithdrawSettingChange'; readonly from: LocalDate; readonly key: SettingKey }
  | {
      readonly type: 'SetCalendarDay';
      readonly calendar: TenantCalendar;
      readonly date: LocalDate;
      readonly exception: CalendarException;
    }
  | { readonly type: 'ClearCalendarDay'; readonly calendar: TenantCalendar; readonly date: LocalDate }
  | {
      readonly type: 'ChangeCalendarCoverage';
      readonly calendar: TenantCalendar;
      readonly coverage: Coverage;
    };

export const SETTINGS_COMMAND_TYPES = allOf<SettingsCommand['type']>()([
  'OpenSettings',
  'ChangeSetting',
  'WithdrawSettingChange',
  'SetCalendarDay',
  'ClearCalendarDay',
  'ChangeCalendarCoverage',
]);

export type SettingsContext = CommandContext & {
  /** Keys of the active categories, for settings that name categories. */
  readonly categories: readonly string[];
};
