import type { PersonId } from '../kernel/ids.ts';
import { covers } from '../kernel/day-span.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { EnterpriseState, TeamMember, TeamRole } from './state.ts';

/** The service team as it stands on a day. */
export const teamOn = (state: EnterpriseState, day: LocalDate): readonly TeamMember[] =>
  state.team.filter((member) => covers(member, day));

/** Who holds a role on a day. */
export const teamMemberOn = (state: EnterpriseState, role: TeamRole, day: LocalDate): PersonId | undefined =>
  teamOn(state, day).find((member) => member.role === role)?.personId;
