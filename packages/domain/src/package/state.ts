import type { DemandId, EnterpriseId, PackageId } from '../kernel/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { PackageLead } from './events.ts';

type PackageCore = {
  readonly id: PackageId;
  readonly number: string;
  readonly enterpriseId: EnterpriseId;
  readonly title: string;
  readonly lead: PackageLead;
  readonly openedAt: Instant;
  readonly demandIds: readonly DemandId[];
};

export type OpenPackageState = PackageCore & { readonly status: 'open' };
export type ClosedPackageState = PackageCore & {
  readonly status: 'closed';
  readonly closedAt: Instant;
  /** Why it was closed by hand; one that closed with its last part has none. */
  readonly closedBecause?: string;
};

/** Several demands of one enterprise under one lead; each is closed on its own. */
export type Package = OpenPackageState | ClosedPackageState;
