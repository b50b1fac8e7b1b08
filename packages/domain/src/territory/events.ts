import { allOf } from '../kernel/all-of.ts';
import type { TerritoryId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { TerritoryKind } from './state.ts';

export type TerritoryEvent =
  | {
      readonly type: 'TerritoryRegistered';
      readonly territoryId: TerritoryId;
      readonly name: string;
      readonly nameEn?: string;
      readonly kind: TerritoryKind;
      readonly parentId?: TerritoryId;
    }
  | { readonly type: 'TerritoryRenamed'; readonly name: string; readonly nameEn?: string }
  | { readonly type: 'TerritoryMoved'; readonly parentId?: TerritoryId }
  | { readonly type: 'TerritoryClosed'; readonly on: LocalDate }
  | { readonly type: 'TerritoryReopened' };

export const TERRITORY_EVENT_TYPES = allOf<TerritoryEvent['type']>()([
  'TerritoryRegistered',
  'TerritoryRenamed',
  'TerritoryMoved',
  'TerritoryClosed',
  'TerritoryReopened',
]);
