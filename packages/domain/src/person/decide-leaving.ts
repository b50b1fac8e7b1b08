import { accepted, refused } from '../kernel/decision.ts';
import type { PersonCommand, PersonContext } from './commands.ts';
import type { PersonState } from './state.ts';

const field = 'handOverTo';

/** Nobody leaves with demands in their hands: somebody of the same unit takes them over, before or with the leaving. */
export const leave = (
  state: PersonState,
  { handOverTo }: Extract<PersonCommand, { type: 'DeactivatePerson' }>,
  { today, held, heirUnitIds, activePersonIds }: PersonContext,
) => {
  const { demands, tasks, unitIds, isKeptFromHeir = false } = held;
  if (state.standing.kind !== 'active') return refused('person.not-active');
  // A task is a promise of one unit to another: whoever gave it says what becomes of it.
  if (tasks > 0) return refused('person.holds-tasks', { tasks });
  if (demands === 0) return accepted({ type: 'PersonDeactivated' as const, on: today });
  if (handOverTo === undefined) return refused('person.holds-demands', { demands, field });
  if (handOverTo === state.id || !activePersonIds.includes(handOverTo))
    return refused('person.other-unknown');
  // That a demand is about the heir is not said: who asks may be one of those it is kept from.
  return !isKeptFromHeir && unitIds.every((unitId) => heirUnitIds.includes(unitId))
    ? accepted({ type: 'PersonDeactivated' as const, on: today, handedTo: handOverTo })
    : refused('person.heir-elsewhere', { field });
};
