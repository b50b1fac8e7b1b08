/** What the zone's administrators are told of its set-up. */
export const SETTINGS_NOTICE_KINDS = ['calendarEnding'] as const;
export type SettingsNoticeKind = (typeof SETTINGS_NOTICE_KINDS)[number];
