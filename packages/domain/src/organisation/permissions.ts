import { hasRole, type Access, type Actor } from '../access/actor.ts';
import { isStaff, judge } from '../access/judge.ts';
import type { OrganisationCommand } from './commands.ts';
import type { OrganisationState } from './state.ts';

/** Only an administrator changes the tree of units; everybody in the zone may know it. */
export const organisationAccess = (
  actor: Actor,
  _commandType: OrganisationCommand['type'],
  _state: OrganisationState | undefined,
): Access => judge(actor.kind === 'system' || hasRole(actor, 'admin'), isStaff(actor));
