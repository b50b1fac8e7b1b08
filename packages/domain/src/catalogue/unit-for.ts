import type { OrganisationId, TerritoryId } from '../kernel/ids.ts';
import { covers } from '../kernel/day-span.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CategoryState } from './state.ts';

/** Every category of the tenant by its key. */
export type Catalogue = ReadonlyMap<string, CategoryState>;

/** The category and those above it, nearest first. */
const lineage = (catalogue: Catalogue, key: string): readonly CategoryState[] => {
  const line: CategoryState[] = [];
  let at = catalogue.get(key);
  while (at !== undefined && !line.includes(at)) {
    line.push(at);
    at = at.parentKey === undefined ? undefined : catalogue.get(at.parentKey);
  }
  return line;
};

/**
 * The unit that handles a category in a territory on a day. `territoryPath` runs from the place up to the root.
 * The category itself comes before those above it; within one, the nearest territory wins, the whole zone comes last.
 */
export const unitFor = (
  catalogue: Catalogue,
  asked: {
    readonly category: string;
    readonly territoryPath: readonly TerritoryId[];
    readonly on: LocalDate;
  },
): OrganisationId | undefined => {
  const places: readonly (TerritoryId | undefined)[] = [...asked.territoryPath, undefined];
  for (const { entries } of lineage(catalogue, asked.category)) {
    for (const place of places) {
      const entry = entries.find((row) => row.territoryId === place && covers(row, asked.on));
      if (entry !== undefined) return entry.unitId;
    }
  }
  return undefined;
};
