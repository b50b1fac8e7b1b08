export const ORGANISATION_REFUSALS = [
  'organisation.unknown',
  'organisation.exists',
  'organisation.text-invalid',
  'organisation.parent-unknown',
  'organisation.parent-closed',
  'organisation.would-be-circular',
  'organisation.has-active-children',
  'organisation.holds-demands',
  'organisation.closed',
  'organisation.not-closed',
  'organisation.unchanged',
] as const;
export type OrganisationRefusal = (typeof ORGANISATION_REFUSALS)[number];
