import { categories } from '@xiaoer/contract/catalogue';
import { territories } from '@xiaoer/contract/territory';
import type { CategoryState } from '@xiaoer/domain/catalogue/state';
import { unitFor } from '@xiaoer/domain/catalogue/unit-for';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reading } from '../../lib/client/query.ts';
import type { DemandItem } from '../light-of.ts';
import { useNow } from '../use-now.ts';

const MINUTES_5 = 300_000;

/** The unit that the catalogue names for a demand's category and place, by the domain's own rule. */
export function useSuggestedUnit(): (item: DemandItem) => string | undefined {
  const { today } = useNow();
  const all = useQuery({ ...reading(categories, {}), staleTime: MINUTES_5 }).data?.body.items;
  const places = useQuery({ ...reading(territories, {}), staleTime: MINUTES_5 }).data?.body.items;
  return useMemo(() => {
    const catalogue = new Map(
      (all ?? []).map(({ parentKey, entries, ...category }): [string, CategoryState] => [
        category.key,
        {
          ...category,
          ...(parentKey === null ? {} : { parentKey }),
          entries: entries.map(({ territoryId, to, ...entry }) => ({
            ...entry,
            ...(territoryId === null ? {} : { territoryId }),
            ...(to === null ? {} : { to }),
          })),
        },
      ]),
    );
    const tree = new Map((places ?? []).map(({ id, parentId }) => [id, parentId ?? undefined]));
    return (item) =>
      unitFor(catalogue, {
        category: item.category,
        territoryPath: pathToRoot(tree, item.territoryId),
        on: today,
      });
  }, [all, places, today]);
}
