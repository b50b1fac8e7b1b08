import { hasRole, type Access, type Actor } from '../access/actor.ts';
import { isStaff, judge } from '../access/judge.ts';
import type { TerritoryCommand } from './commands.ts';
import type { TerritoryState } from './state.ts';

/** Only an administrator changes the tree of territories; everybody in the zone may know it. */
export const territoryAccess = (
  actor: Actor,
  _commandType: TerritoryCommand['type'],
  _state: TerritoryState | undefined,
): Access => judge(actor.kind === 'system' || hasRole(actor, 'admin'), isStaff(actor));
