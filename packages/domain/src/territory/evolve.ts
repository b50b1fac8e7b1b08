import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { TerritoryEvent } from './events.ts';
import type { TerritoryState } from './state.ts';

/** Folds one recorded event into a territory. */
export const evolve = (
  state: TerritoryState | undefined,
  event: Recorded<TerritoryEvent>,
): TerritoryState => {
  if (event.type === 'TerritoryRegistered') {
    const { territoryId: id, name, nameEn, kind, parentId } = event;
    return { id, name, nameEn, kind, parentId, standing: { active: true } };
  }
  invariant(state !== undefined, `${event.type} without a territory`);
  switch (event.type) {
    case 'TerritoryRenamed':
      return { ...state, name: event.name, nameEn: event.nameEn };
    case 'TerritoryMoved':
      return { ...state, parentId: event.parentId };
    case 'TerritoryClosed':
      return { ...state, standing: { active: false, closedOn: event.on } };
    case 'TerritoryReopened':
      return { ...state, standing: { active: true } };
  }
};
