export const REFUSAL_CODES = [
  'package.not-found',
  'package.already-opened',
  'package.closed',
  'package.not-closed',
  'package.text-missing',
  'package.text-too-long',
  'package.lead-not-in-unit',
  'package.same-lead',
  'package.demand-unfit',
  'package.demand-added-before',
  'package.not-a-part',
  'package.parts-open',
] as const;
export type PackageRefusalCode = (typeof REFUSAL_CODES)[number];
