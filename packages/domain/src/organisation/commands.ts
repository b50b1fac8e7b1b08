import { allOf } from '../kernel/all-of.ts';
import type { CommandContext } from '../access/command-context.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import type { OrganisationCalendar, OrganisationKind } from './state.ts';

export type OrganisationCommand =
  | {
      readonly type: 'RegisterOrganisation';
      readonly organisationId: OrganisationId;
      readonly name: string;
      readonly nameEn?: string;
      readonly kind: OrganisationKind;
      readonly calendar: OrganisationCalendar;
      readonly parentId?: OrganisationId;
    }
  | { readonly type: 'RenameOrganisation'; readonly name: string; readonly nameEn?: string }
  | { readonly type: 'MoveOrganisation'; readonly parentId?: OrganisationId }
  | { readonly type: 'ChangeOrganisationCalendar'; readonly calendar: OrganisationCalendar }
  | { readonly type: 'CloseOrganisation' }
  | { readonly type: 'ReopenOrganisation' };

export const ORGANISATION_COMMAND_TYPES = allOf<OrganisationCommand['type']>()([
  'RegisterOrganisation',
  'RenameOrganisation',
  'MoveOrganisation',
  'ChangeOrganisationCalendar',
  'CloseOrganisation',
  'ReopenOrganisation',
]);

export type OrganisationContext = CommandContext & {
  /** The parent the command names (when reopening: its own), with the ids from it up to the root (itself first); none when unknown. */
  readonly parent?: { readonly path: readonly OrganisationId[]; readonly active: boolean };
  readonly hasActiveChildren: boolean;
  /** Open demands that lie with it, or of which it owes a part. */
  readonly openDemands: number;
};
