export const TERRITORY_REFUSALS = [
  'territory.unknown',
  'territory.exists',
  'territory.text-invalid',
  'territory.parent-unknown',
  'territory.parent-closed',
  'territory.would-be-circular',
  'territory.has-active-children',
  'territory.closed',
  'territory.not-closed',
  'territory.unchanged',
] as const;
export type TerritoryRefusal = (typeof TERRITORY_REFUSALS)[number];
