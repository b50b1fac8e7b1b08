import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { CategoryEvent } from './events.ts';
import type { CategoryState } from './state.ts';

/** Folds one recorded event into a category. */
export const evolve = (state: CategoryState | undefined, event: Recorded<CategoryEvent>): CategoryState => {
  if (event.type === 'CategoryAdded') {
    const { categoryId: id, key, names, parentKey } = event;
    return { id, key, names, parentKey, active: true, entries: [] };
  }
  invariant(state !== undefined, `${event.type} without a category`);
  switch (event.type) {
    case 'CategoryRenamed':
      return { ...state, names: event.names };
    case 'CategoryMoved':
      return { ...state, parentKey: event.parentKey };
    case 'CategoryRetired':
      return { ...state, active: false };
    case 'CategoryRestored':
      return { ...state, active: true };
    case 'CatalogueEntryAdded':
      return { ...state, entries: [...state.entries, event.entry] };
    case 'CatalogueEntryEnded':
      return {
        ...state,
        entries: state.entries.map((entry) =>
          entry.entryId === event.entryId ? { ...entry, to: event.lastDay } : entry,
        ),
      };
  }
};
