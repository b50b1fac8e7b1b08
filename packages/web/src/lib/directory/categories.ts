import { useQuery } from '@tanstack/react-query';
import { categories } from '@xiaoer/contract/catalogue';
import { useMemo } from 'react';
import type { AnswerBody } from '../client/call.ts';
import { reading } from '../client/query.ts';
import { matchesPinyin } from '../format/pinyin-initials.ts';
import { useLanguage } from '../messages/language.tsx';
import { inTreeOrder } from './places.ts';

export type Category = AnswerBody<typeof categories>['items'][number] & {
  readonly shown: string;
  readonly above: readonly string[];
};

/** All categories in the order of their tree; retired ones too. */
export function useCategories(): readonly Category[] {
  const language = useLanguage();
  const { data } = useQuery({ ...reading(categories, {}), staleTime: 60_000 });
  return useMemo(() => {
    const nodes = (data?.body.items ?? []).map((category) => ({
      category,
      id: category.key,
      name: category.names.zh,
      nameEn: category.names.en,
      parentId: category.parentKey,
      active: category.active,
    }));
    return inTreeOrder(nodes, language).map(({ category, shown, above }) => ({ ...category, shown, above }));
  }, [data, language]);
}

/** Categories in use, chosen by their key. */
export function useCategorySource() {
  const list = useCategories();
  const optionsOf = (inUse: boolean) =>
    list
      .filter(({ active }) => active === inUse)
      .map(({ key, shown, above }) => ({
        value: key,
        label: shown,
        ...(above.length > 0 ? { note: above.join(' / ') } : {}),
      }));
  return { options: optionsOf(true), closed: optionsOf(false), matches: matchesPinyin };
}
