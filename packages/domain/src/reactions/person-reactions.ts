import type { Holder } from '../demand/parts.ts';
import type { DemandId, PersonId } from '../kernel/ids.ts';
import type { PersonEvent } from '../person/events.ts';
import { onDemand, type Reaction } from './reaction.ts';

export type HeldDemand = { readonly demandId: DemandId; readonly unitId: Holder['unitId'] };

/** Who takes over the demands of somebody who leaves. */
export const heirOf = (event: PersonEvent): PersonId | undefined =>
  event.type === 'PersonDeactivated' ? event.handedTo : undefined;

/** What somebody leaves behind goes to whoever takes over, in the unit it lies with. */
export const personReactions = (event: PersonEvent, held: readonly HeldDemand[]): readonly Reaction[] => {
  const personId = heirOf(event);
  if (personId === undefined) return [];
  return held.map(({ demandId, unitId }) =>
    onDemand(demandId, { type: 'HandOverDemand', to: { unitId, personId } }),
  );
};
