import { grantsOf, type Access, type Actor } from './actor.ts';
import { ROLES, type Role } from './role.ts';

export const STAFF_ROLES = ROLES.filter((role): role is Exclude<Role, 'enterprise'> => role !== 'enterprise');

/** Holds any role on the zone's side. */
export const isStaff = (actor: Actor): boolean =>
  actor.kind === 'system' || grantsOf(actor, ...STAFF_ROLES).length > 0;

/** Allowed, or else forbidden where the actor may know of the subject, hidden where not. */
export const judge = (may: boolean, mayKnow: boolean): Access => {
  if (may) return 'allowed';
  return mayKnow ? 'forbidden' : 'hidden';
};
