import { decideBy } from '../kernel/decide-by.ts';
import { accepted, refused } from '../kernel/decision.ts';
import { isOrdered, lastDayFits, overlaps } from '../kernel/day-span.ts';
import { KEY_LENGTH, NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { CategoryCommand, CategoryContext } from './commands.ts';
import type { CategoryEvent } from './events.ts';
import type { CategoryRefusal } from './refusals.ts';
import type { CategoryState } from './state.ts';

const KEY = /^[a-z][A-Za-z0-9-]*(\.[a-z][A-Za-z0-9-]*)*$/;

const namesObjection = ({ zh, en }: CategoryState['names']) => {
  const text = textProblem({
    'names.zh': { value: zh, limit: NAME_LENGTH },
    'names.en': { value: en, limit: NAME_LENGTH },
  });
  return text === undefined ? undefined : refused('category.text-invalid', text);
};

const placeObjection = (key: string, parentKey: string | undefined, { parent }: CategoryContext) => {
  if (parentKey === undefined) return undefined;
  if (parentKey === key) return refused('category.would-be-circular');
  if (parent === undefined) return refused('category.parent-unknown');
  if (parent.path.includes(key)) return refused('category.would-be-circular');
  return parent.active ? undefined : refused('category.parent-retired');
};

/** Judges a command against a category and its rows of the catalogue. */
export const decide = decideBy<
  CategoryState,
  CategoryCommand,
  CategoryEvent,
  CategoryRefusal,
  CategoryContext,
  'AddCategory'
>({
  missing: 'category.unknown',
  existing: 'category.exists',
  opening: {
    AddCategory: ({ categoryId, key, names, parentKey }, context) => {
      if (!KEY.test(key) || key.length > KEY_LENGTH)
        return refused('category.key-invalid', { limit: KEY_LENGTH });
      if (context.isKeyTaken) return refused('category.key-taken', { key });
      return (
        namesObjection(names) ??
        placeObjection(key, parentKey, context) ??
        accepted({ type: 'CategoryAdded', categoryId, key, names, parentKey })
      );
    },
  },
  changing: {
    RenameCategory: (state, { names }) => {
      if (names.zh === state.names.zh && names.en === state.names.en) return refused('category.unchanged');
      return namesObjection(names) ?? accepted({ type: 'CategoryRenamed', names });
    },
    MoveCategory: (state, { parentKey }, context) => {
      if (!state.active) return refused('category.retired');
      if (parentKey === state.parentKey) return refused('category.unchanged');
      return placeObjection(state.key, parentKey, context) ?? accepted({ type: 'CategoryMoved', parentKey });
    },
    RetireCategory: (state, _command, { hasActiveChildren }) => {
      if (!state.active) return refused('category.retired');
      return hasActiveChildren
        ? refused('category.has-active-children')
        : accepted({ type: 'CategoryRetired' });
    },
    RestoreCategory: (state, _command, context) => {
      if (state.active) return refused('category.not-retired');
      return placeObjection(state.key, state.parentKey, context) ?? accepted({ type: 'CategoryRestored' });
    },
    AddCatalogueEntry: (state, { entryId, territoryId, unitId, from, to }, context) => {
      if (!state.active) return refused('category.retired');
      if (!context.activeUnitIds.includes(unitId)) return refused('category.unit-unknown');
      if (territoryId !== undefined && !context.activeTerritoryIds.includes(territoryId))
        return refused('category.territory-unknown');
      const entry = { entryId, territoryId, unitId, from, to };
      if (!isOrdered(entry)) return refused('category.dates-reversed');
      const clash = state.entries.find(
        (other) => other.entryId === entryId || (other.territoryId === territoryId && overlaps(other, entry)),
      );
      return clash === undefined
        ? accepted({ type: 'CatalogueEntryAdded', entry })
        : refused('category.entry-overlaps', { from: clash.from, ...(clash.to && { to: clash.to }) });
    },
    EndCatalogueEntry: (state, { entryId, lastDay }) => {
      const entry = state.entries.find((candidate) => candidate.entryId === entryId);
      if (entry === undefined) return refused('category.entry-unknown');
      return lastDayFits(entry, lastDay)
        ? accepted({ type: 'CatalogueEntryEnded', entryId, lastDay })
        : refused('category.last-day-outside', { from: entry.from });
    },
  },
});
