import type { Random } from '../../random.ts';
import type { PlannedDemand } from '../demands/general-demands.ts';
import type { Zone } from '../zone.ts';
import { handWritten, type HandWritten } from './hand-written.ts';
import { LIFE_SERVICES } from './life-services.ts';
import { MARKET_ACCESS } from './market-access.ts';
import { PARKING } from './parking.ts';
import { POLICY_QUESTION, WHICH_POLICIES } from './policy-question.ts';
import { SHARED_ROAD } from './shared-road.ts';
import { THIRTY_SIX_NEEDS } from './thirty-six-needs.ts';

const PACKAGE_CASE = 'case 5 need';

export const CASES: readonly (readonly [name: string, rows: readonly HandWritten[]])[] = [
  ['case 1 policy', [POLICY_QUESTION]],
  ['case 1 which policies', WHICH_POLICIES],
  ['case 2 parking', [PARKING]],
  ['case 3 shared road', [SHARED_ROAD]],
  ['case 4 market access', [MARKET_ACCESS]],
  [PACKAGE_CASE, THIRTY_SIX_NEEDS],
  ['case 7 life service', LIFE_SERVICES],
];

/** One of the thirty-six needs. */
export const isOfPackage = ({ way }: PlannedDemand): boolean => way.startsWith(PACKAGE_CASE);

/** The demands of the report's cases, written out by hand. */
export const caseDemands = (zone: Zone, random: Random): readonly PlannedDemand[] => {
  const named = CASES.flatMap(([name, rows]) =>
    rows.map((row, index) => ({ row, name: `${name} ${index + 1}` })),
  );
  return named.map(({ row, name }, index) => handWritten(zone, { row, name, ordinal: index + 1 }, random));
};

/** Settled on the spot by hand: they count towards the quota of those. */
export const SPOT_BY_HAND = WHICH_POLICIES.length + LIFE_SERVICES.length;
