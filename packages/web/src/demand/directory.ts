import { categories } from '@xiaoer/contract/catalogue';
import { importList } from '@xiaoer/contract/imports';
import { organisations } from '@xiaoer/contract/organisation';
import { people } from '@xiaoer/contract/person';
import { settings } from '@xiaoer/contract/settings';
import type { Role } from '@xiaoer/domain/access/role';
import { dateOf } from '@xiaoer/domain/time/instant';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { call } from '../lib/client/call.ts';
import type { AnswerBody } from '../lib/client/call.ts';
import { ProblemError } from '../lib/client/problem-error.ts';
import { reading } from '../lib/client/query.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import type { Language } from '../lib/messages/catalogue.ts';
import type { Option } from '../ui/form/combobox-matches.ts';
import { noted, useUnitWord } from '../lib/directory/places.ts';
import { useDemandWords } from './words.ts';

/** Whom and what one may name in a form. Everything that pickers need from the server passes through here. */
export type Directory = {
  readonly units: readonly Option[];
  readonly people: readonly Option[];
  readonly peopleOf: (unitId: string) => readonly Option[];
  readonly leaders: readonly Option[];
  readonly categories: readonly Option[];
  /** Not to be chosen any more, but demands may still stand under them. */
  readonly retiredCategories: readonly Option[];
  readonly pauseReasons: readonly Option[];
  /** Whether everything has come, or will not come. */
  readonly isReady: boolean;
};

type Person = AnswerBody<typeof people>['items'][number];
type Category = AnswerBody<typeof categories>['items'][number];

const MINUTES_5 = 300_000;
const MOST_PAGES = 10;

/** All of the staff, page after page: a zone has some hundreds. */
async function loadStaff(): Promise<readonly Person[]> {
  const all: Person[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await call(people, { query: { staff: 'true', standing: 'active', limit: 200, cursor } });
    if (!answer.ok) throw new ProblemError(answer.problem);
    all.push(...answer.body.items);
    if (answer.body.next === null) break;
    cursor = answer.body.next;
  }
  return all;
}

const nameIn = ({ names }: Category, language: Language): string => names[language === 'en' ? 'en' : 'zh'];

const useAllCategories = (): readonly Category[] | undefined =>
  useQuery({ ...reading(categories, {}), staleTime: MINUTES_5 }).data?.body.items;

const useCategoryOptions = (inUse: boolean): readonly Option[] => {
  const { language } = useDemandWords();
  const all = useAllCategories();
  return useMemo(
    () =>
      (all ?? [])
        .filter(({ active }) => active === inUse)
        .map((category) => ({ value: category.key, label: nameIn(category, language) })),
    [all, inUse, language],
  );
};

/** The zone's categories in use. */
export const useCategories = (): readonly Option[] => useCategoryOptions(true);

/** What a category is called here, a retired one too; its own word until the zone's names have come. */
export function useCategoryName(): (key: string) => string {
  const { categoryWord, language } = useDemandWords();
  const all = useAllCategories();
  return useCallback(
    (key) => {
      const found = all?.find((category) => category.key === key);
      return found === undefined ? categoryWord(key) : nameIn(found, language);
    },
    [all, categoryWord, language],
  );
}

/** The units in use. */
export function useUnits(): readonly Option[] {
  const { language } = useDemandWords();
  const found = useQuery({ ...reading(organisations, {}), staleTime: MINUTES_5 });
  return useMemo(
    () =>
      (found.data?.body.items ?? [])
        .filter(({ active }) => active)
        .map(({ id, name, nameEn }) => ({ value: id, label: language === 'en' ? (nameEn ?? name) : name })),
    [found.data, language],
  );
}

/** Whose sheets there may be; the server decides. */
const IMPORTING: readonly Role[] = ['officer', 'handler', 'unit-head', 'desk', 'leader', 'guide'];

/** The sheets I registered, by name and day, and the one that is asked for, whoever registered it. */
export function useSheets(asked: string | undefined): readonly Option[] {
  const { word } = useDemandWords();
  const roles = rolesOf(useMe());
  const registers = IMPORTING.some((role) => roles.includes(role));
  const found = useQuery({ ...reading(importList, {}), staleTime: MINUTES_5, enabled: registers });
  return useMemo(() => {
    const own = (found.data?.body.items ?? [])
      .filter(({ status }) => status === 'committed')
      .map(({ importId, name, createdAt }) => ({
        value: importId as string,
        label: `${name} ${dateOf(createdAt)}`,
      }));
    const isKnown = asked === undefined || own.some(({ value }) => value === asked);
    return isKnown ? own : [...own, { value: asked, label: word('channel.import') }];
  }, [found.data, asked, word]);
}

/** Everybody and everything a form may name; loaded when the first form opens. */
export function useDirectory(): Directory {
  const { pauseWord } = useDemandWords();
  const units = useUnits();
  const unitWord = useUnitWord();
  const staff = useQuery({ queryKey: [people.path, 'staff'], queryFn: loadStaff, staleTime: MINUTES_5 });
  const zone = useQuery({ ...reading(settings, {}), staleTime: MINUTES_5 });
  const categories = useCategories();
  const retiredCategories = useCategoryOptions(false);
  return useMemo(() => {
    const all = staff.data ?? [];
    const personOption = ({ id, name, unit }: Person): Option => ({
      value: id,
      label: name,
      ...noted(unitWord(unit)),
    });
    const reasons = zone.data?.body.values.pauseReasons.at(-1)?.value ?? [];
    return {
      units,
      people: all.map(personOption),
      peopleOf: (unitId) => all.filter(({ unit }) => unit?.id === unitId).map(personOption),
      leaders: all.filter(({ roles }) => roles.includes('leader')).map(personOption),
      categories,
      retiredCategories,
      pauseReasons: reasons.map(({ key }) => ({ value: key, label: pauseWord(key) })),
      isReady: !staff.isPending && !zone.isPending,
    };
  }, [units, unitWord, staff, zone, categories, retiredCategories, pauseWord]);
}
