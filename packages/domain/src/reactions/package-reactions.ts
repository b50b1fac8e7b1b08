import type { RecordedPackageEvent } from '../package/evolve.ts';
import type { Package } from '../package/state.ts';
import { onDemand, onPackage, type Reaction } from './reaction.ts';

/** What an event of a package asks of its parts. */
export const packageReactions = (event: RecordedPackageEvent, { id }: Package): readonly Reaction[] => {
  switch (event.type) {
    case 'PackageDemandAdded':
      return [onDemand(event.demandId, { type: 'JoinPackage', packageId: id })];
    case 'PackageDemandTakenOut':
      return [
        onDemand(event.demandId, { type: 'LeavePackage', packageId: id }),
        onPackage(id, { type: 'ClosePackageIfComplete' }),
      ];
    default:
      return [];
  }
};
