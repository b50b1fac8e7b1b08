import { COMMAND_TYPES, type DemandCommandType } from './commands.ts';
import type { DemandContext } from './context.ts';
import { RULES } from './decide.ts';
import { demandReadAccess, mayCommand } from './permissions.ts';
import type { Demand } from './state.ts';
import { STATUSES } from './vocabulary.ts';

const typesFrom = new Map(
  STATUSES.map((status) => [status, COMMAND_TYPES.filter((type) => RULES[type].from.includes(status))]),
);

/** What this actor may do now, drives the buttons: a command of any other type is forbidden or refused, whatever it carries. */
export const allowedActions = (
  demand: Demand | undefined,
  context: DemandContext,
): readonly DemandCommandType[] => {
  if (demand !== undefined && demandReadAccess(context.actor, demand) === 'hidden') return [];
  const types = demand === undefined ? COMMAND_TYPES : (typesFrom.get(demand.status) ?? []);
  return types.filter(
    (type) => RULES[type].blocked(demand, context) === undefined && mayCommand(context.actor, type, demand),
  );
};
