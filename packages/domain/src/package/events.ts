import type { DemandId, EnterpriseId, OrganisationId, PackageId, PersonId } from '../kernel/ids.ts';

/** One person answers for the whole package, whoever handles its parts. */
export type PackageLead = { readonly unitId: OrganisationId; readonly personId: PersonId };

export const EVENT_TYPES = [
  'PackageOpened',
  'PackageDemandAdded',
  'PackageDemandTakenOut',
  'PackageLeadChanged',
  'PackageClosed',
  'PackageClosedByHand',
  'PackageReopened',
] as const;
export type PackageEventType = (typeof EVENT_TYPES)[number];

type PackageEventFields = {
  PackageOpened: {
    readonly packageId: PackageId;
    readonly number: string;
    readonly enterpriseId: EnterpriseId;
    readonly title: string;
    readonly lead: PackageLead;
  };
  PackageDemandAdded: { readonly demandId: DemandId };
  PackageDemandTakenOut: { readonly demandId: DemandId; readonly reason: string };
  PackageLeadChanged: { readonly from: PackageLead; readonly to: PackageLead; readonly reason: string };
  PackageClosed: { readonly parts: number };
  PackageClosedByHand: { readonly parts: number; readonly openParts: number; readonly reason: string };
  PackageReopened: { readonly demandId: DemandId };
};

export type PackageEvent = {
  [Type in PackageEventType]: { readonly type: Type } & PackageEventFields[Type];
}[PackageEventType];
