import type { Id, OrganisationId, TerritoryId } from '../kernel/ids.ts';
import type { DaySpan } from '../kernel/day-span.ts';

export type CategoryId = Id<'category'>;
export type CatalogueEntryId = Id<'catalogueEntry'>;

/** Which unit handles this category in a territory and everything below it; in the whole zone without `territoryId`. */
export type CatalogueEntry = DaySpan & {
  readonly entryId: CatalogueEntryId;
  readonly territoryId?: TerritoryId;
  readonly unitId: OrganisationId;
};

/** A category with its own rows of the catalogue. Other records name it by `key`, which never changes. */
export type CategoryState = {
  readonly id: CategoryId;
  readonly key: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly parentKey?: string;
  readonly active: boolean;
  readonly entries: readonly CatalogueEntry[];
};
