export const SETTINGS_REFUSALS = [
  'settings.unknown',
  'settings.exists',
  'settings.text-invalid',
  'settings.value-invalid',
  'settings.from-in-past',
  'settings.change-unknown',
  'settings.day-in-past',
  'settings.day-not-set',
  'settings.hours-invalid',
  'settings.coverage-invalid',
] as const;
export type SettingsRefusal = (typeof SETTINGS_REFUSALS)[number];
