/** The roles of product section 1. A person may hold several, each bound to a unit, a territory or an enterprise. */
export const ROLES = [
  'enterprise',
  'officer',
  'handler',
  'unit-head',
  'desk',
  'leader',
  'guide',
  'inspector',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that sum up: lists leave the house with them. */
export const SUMMING_ROLES = ['desk', 'leader', 'unit-head', 'inspector'] as const satisfies readonly Role[];
