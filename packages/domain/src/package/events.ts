import type { DemandId, EnterpriseId, OrganisationId, PackageId, PersonId } from '../kernel/ids.ts';

/** One person answers for the whole package, whoever handles its parts. */
export type PackageLead = { readonly unitId: OrganisationId; readonly personId: PersonId };

export const EVENT_TYPES = [
  'PackageOpened',
  'PackageDemandAdded',
  'PackageLeadChanged',
  'PackageClosed',
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
  PackageLeadChanged: { readonly from: PackageLead; readonly to: PackageLead; readonly reason: string };
  PackageClosed: { readonly parts: number };
  PackageReopened: { readonly demandId: DemandId };
};

export type PackageEvent = {
  [Type in PackageEventType]: { readonly type: Type } & PackageEventFields[Type];
}[PackageEventType];
