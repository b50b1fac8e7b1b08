import { allOf } from '../kernel/all-of.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CatalogueEntry, CatalogueEntryId, CategoryId, CategoryState } from './state.ts';

export type CategoryEvent =
  | {
      readonly type: 'CategoryAdded';
      readonly categoryId: CategoryId;
      readonly key: string;
      readonly names: CategoryState['names'];
      readonly parentKey?: string;
    }
  | { readonly type: 'CategoryRenamed'; readonly names: CategoryState['names'] }
  | { readonly type: 'CategoryMoved'; readonly parentKey?: string }
  | { readonly type: 'CategoryRetired' }
  | { readonly type: 'CategoryRestored' }
  | { readonly type: 'CatalogueEntryAdded'; readonly entry: CatalogueEntry }
  | { readonly type: 'CatalogueEntryEnded'; readonly entryId: CatalogueEntryId; readonly lastDay: LocalDate };

export const CATEGORY_EVENT_TYPES = allOf<CategoryEvent['type']>()([
  'CategoryAdded',
  'CategoryRenamed',
  'CategoryMoved',
  'CategoryRetired',
  'CategoryRestored',
  'CatalogueEntryAdded',
  'CatalogueEntryEnded',
]);
