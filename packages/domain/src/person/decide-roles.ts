import type { Role } from '../access/role.ts';
import { accepted, refused } from '../kernel/decision.ts';
import { isOrdered, lastDayFits, overlaps } from '../kernel/day-span.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { PersonContext } from './commands.ts';
import type { GrantId, PersonState, RoleGrant } from './state.ts';

/** Roles that mean nothing without a territory, and those that mean nothing without a unit. */
const NEEDS: Readonly<Record<Role, readonly ('unitId' | 'territoryId' | 'enterpriseId')[]>> = {
  enterprise: ['enterpriseId'],
  officer: ['unitId', 'territoryId'],
  handler: ['unitId'],
  'unit-head': ['unitId'],
  desk: ['unitId', 'territoryId'],
  leader: [],
  guide: ['territoryId'],
  inspector: [],
  admin: [],
};

const placeObjection = (grant: RoleGrant, context: PersonContext) => {
  const lacking = NEEDS[grant.role].find((place) => grant[place] === undefined);
  if (lacking !== undefined) return refused('person.role-needs-place', { role: grant.role, place: lacking });
  const { unitId, territoryId, enterpriseId } = grant;
  if (unitId !== undefined && !context.activeUnitIds.includes(unitId)) return refused('person.unit-unknown');
  if (territoryId !== undefined && !context.activeTerritoryIds.includes(territoryId))
    return refused('person.territory-unknown');
  const known = enterpriseId === undefined || context.activeEnterpriseIds.includes(enterpriseId);
  return known ? undefined : refused('person.enterprise-unknown');
};

/** Gives a role at a place for a span of days; the same role at the same place is held once at a time. */
export const grant = (state: PersonState, wanted: RoleGrant, context: PersonContext) => {
  if (state.standing.kind !== 'active') return refused('person.not-active');
  if (!isOrdered(wanted)) return refused('person.dates-reversed');
  const held = state.grants.some(
    (other) =>
      other.grantId === wanted.grantId ||
      (other.role === wanted.role &&
        other.unitId === wanted.unitId &&
        other.territoryId === wanted.territoryId &&
        other.enterpriseId === wanted.enterpriseId &&
        overlaps(other, wanted)),
  );
  if (held) return refused('person.role-held', { role: wanted.role });
  return placeObjection(wanted, context) ?? accepted({ type: 'RoleGranted' as const, grant: wanted });
};

/** Ends a grant; contact roles and staff roles are ended by commands of their own. */
export const endGrant = (
  state: PersonState,
  { grantId, lastDay }: { readonly grantId: GrantId; readonly lastDay: LocalDate },
  ofContact: boolean,
) => {
  const held = state.grants.find((candidate) => candidate.grantId === grantId);
  if (held === undefined || (held.role === 'enterprise') !== ofContact)
    return refused('person.grant-unknown');
  return lastDayFits(held, lastDay)
    ? accepted({ type: 'RoleEnded' as const, grantId, lastDay })
    : refused('person.last-day-outside', { from: held.from });
};
