import { decideBy } from '../kernel/decide-by.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { TerritoryId } from '../kernel/ids.ts';
import { NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { TerritoryCommand, TerritoryContext } from './commands.ts';
import type { TerritoryEvent } from './events.ts';
import type { TerritoryRefusal } from './refusals.ts';
import type { TerritoryState } from './state.ts';

type Names = { readonly name: string; readonly nameEn?: string };

const nameObjection = ({ name, nameEn }: Names) => {
  const text = textProblem({
    name: { value: name, limit: NAME_LENGTH },
    nameEn: { value: nameEn, limit: NAME_LENGTH, optional: true },
  });
  return text === undefined ? undefined : refused('territory.text-invalid', text);
};

const placeObjection = (id: TerritoryId, parentId: TerritoryId | undefined, { parent }: TerritoryContext) => {
  if (parentId === undefined) return undefined;
  if (parentId === id) return refused('territory.would-be-circular');
  if (parent === undefined) return refused('territory.parent-unknown');
  if (parent.path.includes(id)) return refused('territory.would-be-circular');
  return parent.active ? undefined : refused('territory.parent-closed');
};

/** Judges a command against a territory. */
export const decide = decideBy<
  TerritoryState,
  TerritoryCommand,
  TerritoryEvent,
  TerritoryRefusal,
  TerritoryContext,
  'RegisterTerritory'
>({
  missing: 'territory.unknown',
  existing: 'territory.exists',
  opening: {
    RegisterTerritory: ({ territoryId, name, nameEn, kind, parentId }, context) =>
      nameObjection({ name, nameEn }) ??
      placeObjection(territoryId, parentId, context) ??
      accepted({ type: 'TerritoryRegistered', territoryId, name, nameEn, kind, parentId }),
  },
  changing: {
    RenameTerritory: (state, { name, nameEn }) => {
      if (name === state.name && nameEn === state.nameEn) return refused('territory.unchanged');
      return nameObjection({ name, nameEn }) ?? accepted({ type: 'TerritoryRenamed', name, nameEn });
    },
    MoveTerritory: (state, { parentId }, context) => {
      if (!state.standing.active) return refused('territory.closed');
      if (parentId === state.parentId) return refused('territory.unchanged');
      return placeObjection(state.id, parentId, context) ?? accepted({ type: 'TerritoryMoved', parentId });
    },
    CloseTerritory: (state, _command, { hasActiveChildren, today }) => {
      if (!state.standing.active) return refused('territory.closed');
      return hasActiveChildren
        ? refused('territory.has-active-children')
        : accepted({ type: 'TerritoryClosed', on: today });
    },
    ReopenTerritory: (state, _command, context) => {
      if (state.standing.active) return refused('territory.not-closed');
      return placeObjection(state.id, state.parentId, context) ?? accepted({ type: 'TerritoryReopened' });
    },
  },
});
