import type { CommandContext } from '../access/command-context.ts';
import { allOf } from '../kernel/all-of.ts';
import type { OrganisationId, TerritoryId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CatalogueEntryId, CategoryId, CategoryState } from './state.ts';

export type CategoryCommand =
  | {
      readonly type: 'AddCategory';
      readonly categoryId: CategoryId;
      readonly key: string;
      readonly names: CategoryState['names'];
      readonly parentKey?: string;
    }
  | { readonly type: 'RenameCategory'; readonly names: CategoryState['names'] }
  | { readonly type: 'MoveCategory'; readonly parentKey?: string }
  | { readonly type: 'RetireCategory' }
  | { readonly type: 'RestoreCategory' }
  | {
      readonly type: 'AddCatalogueEntry';
      readonly entryId: CatalogueEntryId;
      readonly territoryId?: TerritoryId;
      readonly unitId: OrganisationId;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndCatalogueEntry'; readonly entryId: CatalogueEntryId; readonly lastDay: LocalDate };

export const CATEGORY_COMMAND_TYPES = allOf<CategoryCommand['type']>()([
  'AddCategory',
  'RenameCategory',
  'MoveCategory',
  'RetireCategory',
  'RestoreCategory',
  'AddCatalogueEntry',
  'EndCatalogueEntry',
]);

export type CategoryContext = CommandContext & {
  readonly isKeyTaken: boolean;
  /** The parent the command names, with the keys from it up to the root (itself first); none when unknown. */
  readonly parent?: { readonly path: readonly string[]; readonly active: boolean };
  readonly hasActiveChildren: boolean;
  /** Of the units and territories the command names, those that exist and are active. */
  readonly activeUnitIds: readonly OrganisationId[];
  readonly activeTerritoryIds: readonly TerritoryId[];
};
