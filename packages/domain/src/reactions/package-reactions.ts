import type { RecordedPackageEvent } from '../package/evolve.ts';
import type { Package } from '../package/state.ts';
import { onDemand, onPackage, type Reaction } from './reaction.ts';

/** What is true of its parts in the same moment: each knows the package that it is in, and why it left one. */
export const packageAtOnce = (event: RecordedPackageEvent, { id }: Package): readonly Reaction[] => {
  switch (event.type) {
    case 'PackageDemandAdded':
      return [onDemand(event.demandId, { type: 'JoinPackage', packageId: id })];
    case 'PackageDemandTakenOut':
      return [onDemand(event.demandId, { type: 'LeavePackage', packageId: id, reason: event.reason })];
    default:
      return [];
  }
};

/** What an event of a package asks afterwards: without the part that was open it may be complete. */
export const packageReactions = (event: RecordedPackageEvent, { id, status }: Package): readonly Reaction[] =>
  event.type === 'PackageDemandTakenOut' && status === 'open'
    ? [onPackage(id, { type: 'ClosePackageIfComplete' })]
    : [];
