import {
  decide,
  dutyRosterAccess,
  evolve,
  type DutyRosterCommand,
  type DutyRosterContext,
  type DutyRosterEvent,
  type DutyRosterRefusal,
  type DutyRosterState,
} from '@xiaoer/domain/duty-roster/duty-roster';
import { dateOf } from '@xiaoer/domain/time/instant';
import { activePeople, activeTerritories, activeUnits } from '../configuration/active.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type DutyRosterStore = AggregateStore<
  DutyRosterState,
  DutyRosterCommand,
  DutyRosterEvent,
  DutyRosterRefusal,
  DutyRosterContext
>;

const contextOf = async (
  tx: Tx,
  { command, now, actor }: Situation<DutyRosterState, DutyRosterCommand>,
  read: ReadConfiguration,
): Promise<DutyRosterContext> => {
  const configuration = await read(tx);
  const opening = command.type === 'OpenDutyRoster' ? command : undefined;
  const personId = 'personId' in command ? command.personId : undefined;
  return {
    now,
    today: dateOf(now),
    actor,
    activeUnitIds: activeUnits(configuration, [opening?.unitId]),
    activeTerritoryIds: activeTerritories(configuration, [opening?.territoryId]),
    activePersonIds: await activePeople(tx, configuration, [personId]),
  };
};

/** Keeps who answers at a desk or station outside working hours. */
export const dutyRosterStore = (configuration: ReadConfiguration): DutyRosterStore => ({
  aggregate: 'duty-roster',
  table: 'duty_roster',
  key: 'roster_id',
  decider: { decide, evolve },
  access: dutyRosterAccess,
  context: (tx, situation) => contextOf(tx, situation, configuration),
  columns: ({ name, unitId, open }) => ({ name, unit_id: unitId, open }),
  isConfiguration: () => true,
});
