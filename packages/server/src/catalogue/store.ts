import type { CategoryCommand, CategoryContext } from '@xiaoer/domain/catalogue/commands';
import { decide } from '@xiaoer/domain/catalogue/decide';
import type { CategoryEvent } from '@xiaoer/domain/catalogue/events';
import { evolve } from '@xiaoer/domain/catalogue/evolve';
import { categoryAccess } from '@xiaoer/domain/catalogue/permissions';
import type { CategoryRefusal } from '@xiaoer/domain/catalogue/refusals';
import type { CategoryState } from '@xiaoer/domain/catalogue/state';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { dateOf } from '@xiaoer/domain/time/instant';
import { activeTerritories, activeUnits } from '../configuration/active.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type CategoryStore = AggregateStore<
  CategoryState,
  CategoryCommand,
  CategoryEvent,
  CategoryRefusal,
  CategoryContext
>;

type Asked = Situation<CategoryState, CategoryCommand>;

const parentNamed = ({ state, command }: Asked): string | undefined =>
  command.type === 'AddCategory' || command.type === 'MoveCategory' ? command.parentKey : state?.parentKey;

const parentOf = ({ catalogue }: Configuration, asked: Asked): CategoryContext['parent'] => {
  const key = parentNamed(asked);
  const parent = key === undefined ? undefined : catalogue.get(key);
  if (parent === undefined) return undefined;
  const tree = new Map([...catalogue].map(([own, { parentKey }]) => [own, parentKey]));
  return { path: pathToRoot(tree, parent.key), active: parent.active };
};

const contextOf = (configuration: Configuration, asked: Asked): CategoryContext => {
  const { state, command, now, actor } = asked;
  const categories = [...configuration.catalogue.values()];
  const parent = parentOf(configuration, asked);
  const entry = command.type === 'AddCatalogueEntry' ? command : undefined;
  return {
    now,
    today: dateOf(now),
    actor,
    isKeyTaken: command.type === 'AddCategory' && configuration.catalogue.has(command.key),
    ...(parent && { parent }),
    hasActiveChildren: categories.some(({ parentKey, active }) => parentKey === state?.key && active),
    activeUnitIds: activeUnits(configuration, [entry?.unitId]),
    activeTerritoryIds: activeTerritories(configuration, [entry?.territoryId]),
  };
};

/** Keeps categories, each with its rows of the catalogue. */
export const categoryStore = (configuration: ReadConfiguration): CategoryStore => ({
  aggregate: 'category',
  table: 'category',
  key: 'category_id',
  decider: { decide, evolve },
  access: categoryAccess,
  context: async (tx, situation) => contextOf(await configuration(tx), situation),
  columns: ({ key, active }) => ({ category_key: key, active }),
  isConfiguration: () => true,
});
