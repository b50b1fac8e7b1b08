import { hasRole, type Access, type Actor } from '../access/actor.ts';
import { isStaff, judge } from '../access/judge.ts';
import type { CategoryCommand } from './commands.ts';
import type { CategoryState } from './state.ts';

const DESK_MAY: readonly CategoryCommand['type'][] = ['AddCatalogueEntry', 'EndCatalogueEntry'];

/** The tree of categories is the administrator's; who handles what is edited by the desk as well. */
export const categoryAccess = (
  actor: Actor,
  commandType: CategoryCommand['type'],
  _state: CategoryState | undefined,
): Access => {
  const may = hasRole(actor, 'admin') || (hasRole(actor, 'desk') && DESK_MAY.includes(commandType));
  return judge(actor.kind === 'system' || may, isStaff(actor));
};
