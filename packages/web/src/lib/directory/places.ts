import { useQuery } from '@tanstack/react-query';
import { organisations } from '@xiaoer/contract/organisation';
import { territories } from '@xiaoer/contract/territory';
import { useCallback, useMemo } from 'react';
import type { AnswerBody } from '../client/call.ts';
import { reading } from '../client/query.ts';
import { matchesPinyin } from '../format/pinyin-initials.ts';
import type { Language } from '../messages/catalogue.ts';
import { useLanguage } from '../messages/language.tsx';

export type Unit = AnswerBody<typeof organisations>['items'][number];
export type Territory = AnswerBody<typeof territories>['items'][number];

type Node = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parentId: string | null;
  readonly active: boolean;
  readonly letters?: string;
};

export type Place<Item> = Item & {
  readonly shown: string;
  /** Names of what lies above it, from the root. */
  readonly above: readonly string[];
};

const nameIn = (item: Node, language: Language): string =>
  language === 'en' ? (item.nameEn ?? item.name) : item.name;

/** A tree in reading order: parents before their children, each with the names above it. */
export function inTreeOrder<Item extends Node>(
  items: readonly Item[],
  language: Language,
): readonly Place<Item>[] {
  const known = new Set(items.map(({ id }) => id));
  const childrenOf = (parent: string | null): readonly Item[] =>
    items.filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent);
  const walk = (parent: string | null, above: readonly string[]): readonly Place<Item>[] =>
    childrenOf(parent).flatMap((item) => {
      const shown = nameIn(item, language);
      return [{ ...item, shown, above }, ...walk(item.id, [...above, shown])];
    });
  return walk(null, []);
}

const FRESH_MS = 60_000;

/** All units in the order of their tree. */
export function useUnits(): readonly Place<Unit>[] {
  const language = useLanguage();
  const { data } = useQuery({ ...reading(organisations, {}), staleTime: FRESH_MS });
  return useMemo(() => inTreeOrder(data?.body.items ?? [], language), [data, language]);
}

/** All territories in the order of their tree. */
export function useTerritories(): readonly Place<Territory>[] {
  const language = useLanguage();
  const { data } = useQuery({ ...reading(territories, {}), staleTime: FRESH_MS });
  return useMemo(() => inTreeOrder(data?.body.items ?? [], language), [data, language]);
}

const nameAmong = (places: readonly Place<Node>[], id: string | null | undefined): string =>
  places.find((place) => place.id === id)?.shown ?? '—';

/** The name of a unit by its id; a dash while it is not known. */
export function useUnitName(): (id: string | null | undefined) => string {
  const units = useUnits();
  return (id) => nameAmong(units, id);
}

/** What stands beside an option's name, if anything. */
export const noted = (note: string | undefined): { readonly note?: string } =>
  note === undefined ? {} : { note };

type NamedUnit = { readonly id: string; readonly name: string };

/** What a unit that comes with its name is called in the reader's language; nothing for none. */
export function useUnitWord(): (unit: NamedUnit | null) => string | undefined {
  const language = useLanguage();
  const english = language === 'en';
  const { data } = useQuery({ ...reading(organisations, {}), staleTime: FRESH_MS, enabled: english });
  const names = useMemo(
    () => new Map((data?.body.items ?? []).map((unit) => [unit.id as string, nameIn(unit, language)])),
    [data, language],
  );
  return useCallback(
    (unit) => (english && unit !== null && names.get(unit.id)) || unit?.name,
    [english, names],
  );
}

export function useTerritoryName(): (id: string | null | undefined) => string {
  const places = useTerritories();
  return (id) => nameAmong(places, id);
}

const optionsOf = (places: readonly Place<Node>[]) =>
  places.map(({ id, shown, above, letters }) => ({
    value: id,
    label: shown,
    ...(letters === undefined ? {} : { letters }),
    ...(above.length > 0 ? { note: above.join(' / ') } : {}),
  }));

const sourceOf = (places: readonly Place<Node>[]) => ({
  options: optionsOf(places.filter(({ active }) => active)),
  closed: optionsOf(places.filter(({ active }) => !active)),
  matches: matchesPinyin,
});

/** Open units to choose from, found by characters or pinyin initials. */
export function useUnitSource() {
  const units = useUnits();
  return useMemo(() => sourceOf(units), [units]);
}

export function useTerritorySource() {
  const places = useTerritories();
  return useMemo(() => sourceOf(places), [places]);
}
