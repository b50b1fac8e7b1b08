import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import type { TerritoryCommand, TerritoryContext } from '@xiaoer/domain/territory/commands';
import { decide } from '@xiaoer/domain/territory/decide';
import type { TerritoryEvent } from '@xiaoer/domain/territory/events';
import { evolve } from '@xiaoer/domain/territory/evolve';
import { territoryAccess } from '@xiaoer/domain/territory/permissions';
import type { TerritoryRefusal } from '@xiaoer/domain/territory/refusals';
import type { TerritoryState } from '@xiaoer/domain/territory/state';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type TerritoryStore = AggregateStore<
  TerritoryState,
  TerritoryCommand,
  TerritoryEvent,
  TerritoryRefusal,
  TerritoryContext
>;

const parentNamed = ({ state, command }: Situation<TerritoryState, TerritoryCommand>) =>
  command.type === 'RegisterTerritory' || command.type === 'MoveTerritory'
    ? command.parentId
    : state?.parentId;

const contextOf = (
  { territories, territoryTree }: Configuration,
  situation: Situation<TerritoryState, TerritoryCommand>,
): TerritoryContext => {
  const parentId = parentNamed(situation);
  const parent = parentId === undefined ? undefined : territories.get(parentId);
  return {
    now: situation.now,
    today: dateOf(situation.now),
    actor: situation.actor,
    ...(parent && {
      parent: { path: pathToRoot(territoryTree, parent.id), active: parent.standing.active },
    }),
    hasActiveChildren: [...territories.values()].some(
      ({ parentId, standing }) => parentId === situation.state?.id && standing.active,
    ),
  };
};

/** Keeps the tree of zones, parks, blocks and grids. */
export const territoryStore = (configuration: ReadConfiguration): TerritoryStore => ({
  aggregate: 'territory',
  table: 'territory',
  key: 'territory_id',
  decider: { decide, evolve },
  access: territoryAccess,
  context: async (tx, situation) => contextOf(await configuration(tx), situation),
  columns: ({ name, kind, parentId, standing }) => ({
    name,
    kind,
    parent_id: parentId ?? null,
    active: standing.active,
  }),
  isConfiguration: () => true,
});
