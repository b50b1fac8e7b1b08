/**
 * The tree a new zone starts with (product section 3). A category is a key of the tenant's configuration,
 * so a demand carries any string the tenant lists in its settings.
 */
export const DEFAULT_CATEGORIES = [
  'water',
  'power',
  'gas',
  'roads',
  'telecoms',
  'meals',
  'shopping',
  'greenery',
  'sewage',
  'buses',
  'parking',
  'recruitment',
  'housing',
  'schooling',
  'lifeServices',
  'finance',
  'formalities',
  'policy',
  'market',
  'safety',
  'other',
] as const;
export type DefaultCategory = (typeof DEFAULT_CATEGORIES)[number];
