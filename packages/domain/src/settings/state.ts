import type { DemandSettings } from '../demand/settings.ts';
import { allOf } from '../kernel/all-of.ts';
import type { Id } from '../kernel/ids.ts';
import type { EffectiveDated } from '../time/effective-dated.ts';
import type { LadderPolicy } from '../time/ladder.ts';
import type { CalendarException, Coverage } from '../time/work-calendar.ts';

export type SettingsId = Id<'settings'>;

/** What a tenant may do without: suggestions of category, remit and unit, and warnings of duplicates. */
export const FEATURES = ['suggestions', 'duplicateWarnings'] as const;
export type Feature = (typeof FEATURES)[number];

/** Every value a tenant may set from a day on. Categories are not here: they are the catalogue's. */
export type SettingValues = Omit<DemandSettings, 'categories' | 'returnVisit' | 'ladders'> & {
  /** Null: no return visits. */
  readonly returnVisit: Exclude<DemandSettings['returnVisit'], undefined> | null;
  readonly ladders: { readonly [Promise in keyof DemandSettings['ladders']]: LadderPolicy };
  readonly features: Readonly<Record<Feature, boolean>>;
};
export type SettingKey = keyof SettingValues;

export const SETTING_KEYS = allOf<SettingKey>()([
  'limits',
  'declinesBeforeConsultation',
  'rejectionsBeforeConsultation',
  'answerApproval',
  'verdictLimit',
  'callBackLimit',
  'callBackAttempts',
  'returnVisit',
  'pauseReasons',
  'extension',
  'interim',
  'referral',
  'onTheSpotCategories',
  'maxText',
  'ladders',
  'features',
]);

/** Two sets of hours: officers may be on duty when departments are closed. */
export const TENANT_CALENDARS = ['officer', 'department'] as const;
export type TenantCalendar = (typeof TENANT_CALENDARS)[number];

/** What a tenant lays over the state's calendar. */
export type CalendarDays = {
  readonly exceptions: Readonly<Record<string, CalendarException>>;
  readonly coverage?: Coverage;
};

export type SettingsState = {
  readonly id: SettingsId;
  /** Each key has at least one value; the list runs from the earliest to the latest. */
  readonly values: { readonly [Key in SettingKey]: readonly EffectiveDated<SettingValues[Key]>[] };
  readonly calendars: { readonly [Calendar in TenantCalendar]: CalendarDays };
};
