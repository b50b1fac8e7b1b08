import type { RecordedPackageEvent } from '../package/evolve.ts';
import type { Package } from '../package/state.ts';
import { onDemand, type Reaction } from './reaction.ts';

/** What an event of a package asks of its parts. */
export const packageReactions = (event: RecordedPackageEvent, { id }: Package): readonly Reaction[] =>
  event.type === 'PackageDemandAdded'
    ? [onDemand(event.demandId, { type: 'JoinPackage', packageId: id })]
    : [];
