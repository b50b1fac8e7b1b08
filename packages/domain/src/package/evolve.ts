import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { PackageEvent } from './events.ts';
import type { OpenPackageState, Package } from './state.ts';

export type RecordedPackageEvent = Recorded<PackageEvent>;

const opened = (state: Package): OpenPackageState => {
  const { id, number, enterpriseId, title, lead, openedAt, demandIds } = state;
  return { id, number, enterpriseId, title, lead, openedAt, demandIds, status: 'open' };
};

const changed = (state: Package, event: RecordedPackageEvent): Package => {
  switch (event.type) {
    case 'PackageOpened':
      return state;
    case 'PackageDemandAdded':
      return { ...state, demandIds: [...state.demandIds, event.demandId] };
    case 'PackageDemandTakenOut':
      return { ...state, demandIds: state.demandIds.filter((id) => id !== event.demandId) };
    case 'PackageLeadChanged':
      return { ...state, lead: event.to };
    case 'PackageClosed':
      return { ...state, status: 'closed', closedAt: event.at };
    case 'PackageClosedByHand':
      return { ...state, status: 'closed', closedAt: event.at, closedBecause: event.reason };
    case 'PackageReopened':
      return opened(state);
  }
};

/** The package after one more recorded event. */
export const evolve = (state: Package | undefined, event: RecordedPackageEvent): Package => {
  if (event.type === 'PackageOpened') {
    invariant(state === undefined, 'a package is opened once');
    const { packageId, number, enterpriseId, title, lead, at } = event;
    return { id: packageId, number, enterpriseId, title, lead, openedAt: at, demandIds: [], status: 'open' };
  }
  invariant(state !== undefined, `no package before ${event.type}`);
  return changed(state, event);
};
