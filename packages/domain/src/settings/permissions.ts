import { hasRole, type Access, type Actor } from '../access/actor.ts';
import { isStaff, judge } from '../access/judge.ts';
import type { SettingsCommand } from './commands.ts';
import type { SettingsState } from './state.ts';

/** Only an administrator changes the settings; everybody in the zone may know them. */
export const settingsAccess = (
  actor: Actor,
  _commandType: SettingsCommand['type'],
  _state: SettingsState | undefined,
): Access => judge(actor.kind === 'system' || hasRole(actor, 'admin'), isStaff(actor));
