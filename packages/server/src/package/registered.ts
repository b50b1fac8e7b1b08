import type { RecordedPackageEvent } from '@xiaoer/domain/package/evolve';
import type { Package } from '@xiaoer/domain/package/state';
import { packageReactions } from '@xiaoer/domain/reactions/package-reactions';
import { registered, type RegisteredAggregate } from '../workers/registry.ts';
import type { PackageStore } from './store.ts';

/** Packages as the workers know them: what they ask of their parts. */
export const registeredPackage = (store: PackageStore): RegisteredAggregate =>
  registered(store, {
    reactions: async (_tx, { event, state }) =>
      packageReactions(event as unknown as RecordedPackageEvent, state as Package),
  });
