import type { OrganisationId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';

export const ORGANISATION_KINDS = [
  'zoneOffice',
  'subsidiary',
  'townCompany',
  'department',
  'serviceStation',
  'utility',
  'outsideBody',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Which working hours its people keep: officers may be on duty when departments are closed. */
export const ORGANISATION_CALENDARS = ['officer', 'department'] as const;
export type OrganisationCalendar = (typeof ORGANISATION_CALENDARS)[number];

export type OrganisationState = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly nameEn?: string;
  readonly kind: OrganisationKind;
  readonly calendar: OrganisationCalendar;
  readonly parentId?: OrganisationId;
  readonly standing: { readonly active: true } | { readonly active: false; readonly closedOn: LocalDate };
};
