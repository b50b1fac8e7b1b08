import type { TerritoryId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';

/** Words for the levels people use; the tree may have any depth and any order of them. */
export const TERRITORY_KINDS = ['zone', 'park', 'block', 'grid', 'smallGrid'] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

export type TerritoryState = {
  readonly id: TerritoryId;
  readonly name: string;
  readonly nameEn?: string;
  readonly kind: TerritoryKind;
  readonly parentId?: TerritoryId;
  readonly standing: { readonly active: true } | { readonly active: false; readonly closedOn: LocalDate };
};
