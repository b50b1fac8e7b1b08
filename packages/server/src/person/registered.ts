import type { PersonEvent } from '@xiaoer/domain/person/events';
import { heirOf, personReactions } from '@xiaoer/domain/reactions/person-reactions';
import { registered, type RegisteredAggregate } from '../workers/registry.ts';
import { demandsHeldBy } from './held.ts';
import type { PersonStore } from './store.ts';

/** People as the workers know them: what becomes of the demands of whoever leaves. */
export const registeredPerson = (store: PersonStore): RegisteredAggregate =>
  registered(store, {
    reactions: async (tx, { streamId, event }) => {
      const happened = event as unknown as PersonEvent;
      if (heirOf(happened) === undefined) return [];
      return personReactions(happened, await demandsHeldBy(tx, streamId));
    },
  });
