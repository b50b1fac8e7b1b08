import { allOf } from '../kernel/all-of.ts';
import type { CommandContext } from '../access/command-context.ts';
import type { TerritoryId } from '../kernel/ids.ts';
import type { TerritoryKind } from './state.ts';

export type TerritoryCommand =
  | {
      readonly type: 'RegisterTerritory';
      readonly territoryId: TerritoryId;
      readonly name: string;
      readonly nameEn?: string;
      readonly kind: TerritoryKind;
      readonly parentId?: TerritoryId;
    }
  | { readonly type: 'RenameTerritory'; readonly name: string; readonly nameEn?: string }
  | { readonly type: 'MoveTerritory'; readonly parentId?: TerritoryId }
  | { readonly type: 'CloseTerritory' }
  | { readonly type: 'ReopenTerritory' };

export const TERRITORY_COMMAND_TYPES = allOf<TerritoryCommand['type']>()([
  'RegisterTerritory',
  'RenameTerritory',
  'MoveTerritory',
  'CloseTerritory',
  'ReopenTerritory',
]);

export type TerritoryContext = CommandContext & {
  /** The parent the command names (when reopening: its own), with the ids from it up to the root (itself first); none when unknown. */
  readonly parent?: { readonly path: readonly TerritoryId[]; readonly active: boolean };
  readonly hasActiveChildren: boolean;
};
