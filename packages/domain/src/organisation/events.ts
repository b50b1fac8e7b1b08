import { allOf } from '../kernel/all-of.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { OrganisationCalendar, OrganisationKind } from './state.ts';

export type OrganisationEvent =
  | {
      readonly type: 'OrganisationRegistered';
      readonly organisationId: OrganisationId;
      readonly name: string;
      readonly nameEn?: string;
      readonly kind: OrganisationKind;
      readonly calendar: OrganisationCalendar;
      readonly parentId?: OrganisationId;
    }
  | { readonly type: 'OrganisationRenamed'; readonly name: string; readonly nameEn?: string }
  | { readonly type: 'OrganisationMoved'; readonly parentId?: OrganisationId }
  | { readonly type: 'OrganisationCalendarChanged'; readonly calendar: OrganisationCalendar }
  | { readonly type: 'OrganisationClosed'; readonly on: LocalDate }
  | { readonly type: 'OrganisationReopened' };

export const ORGANISATION_EVENT_TYPES = allOf<OrganisationEvent['type']>()([
  'OrganisationRegistered',
  'OrganisationRenamed',
  'OrganisationMoved',
  'OrganisationCalendarChanged',
  'OrganisationClosed',
  'OrganisationReopened',
]);
