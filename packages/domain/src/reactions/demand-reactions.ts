import type { DemandEventType } from '../demand/events.ts';
import type { RecordedDemandEvent } from '../demand/evolve.ts';
import type { Demand } from '../demand/state.ts';
import { onDemand, onPackage, type Reaction } from './reaction.ts';

const CLOSING: readonly DemandEventType[] = [
  'DemandClosed',
  'DemandWithdrawn',
  'DemandMerged',
  'FinallyDetermined',
];

const onClosed = ({ id, packageId, parentId }: Demand): readonly Reaction[] => [
  ...(parentId === undefined ? [] : [onDemand(parentId, { type: 'RecordSubDemandClosed', demandId: id })]),
  ...(packageId === undefined ? [] : [onPackage(packageId, { type: 'ClosePackageIfComplete' })]),
];

/** What an event of a demand asks of others; `demand` is the state after it. */
export const demandReactions = (event: RecordedDemandEvent, demand: Demand): readonly Reaction[] => {
  const { id, packageId, particulars } = demand;
  const closed = CLOSING.includes(event.type) ? onClosed(demand) : [];
  switch (event.type) {
    case 'DemandRegistered':
      if (event.parentId === undefined) return [];
      return [
        onDemand(event.parentId, { type: 'RecordSubDemand', demandId: id }),
        // Its end may have been followed before its beginning, and was refused.
        ...(demand.status === 'closed'
          ? [onDemand(event.parentId, { type: 'RecordSubDemandClosed', demandId: id })]
          : []),
      ];
    case 'DemandMerged':
      return [
        onDemand(event.into, { type: 'AbsorbDemand', from: id, timesOccurred: particulars.timesOccurred }),
        ...closed,
      ];
    case 'DemandPackaged':
      return demand.status === 'closed'
        ? [onPackage(event.packageId, { type: 'ClosePackageIfComplete' })]
        : [];
    case 'DemandReopened':
      return packageId === undefined ? [] : [onPackage(packageId, { type: 'ReopenPackage', demandId: id })];
    default:
      return closed;
  }
};
