import { zoneWords as en } from '@xiaoer/contract/words/en/zone-words';
import { zoneWords as zh } from '@xiaoer/contract/words/zh-CN/zone-words';
import type { ZoneWordKey } from '@xiaoer/contract/words/zh-CN/zone-words';
import { catalogue, wordOf } from './catalogue.ts';
import { useLanguage } from './language.tsx';

export const zoneWords = catalogue(zh, en);

type ListOf<List extends string> =
  Extract<ZoneWordKey, `${List}.${string}`> extends `${List}.${infer Member}` ? Member : never;

/** The words of the domain's lists: `word('stage.talks')`, and whole lists as choices of a form. */
export function useZoneWords() {
  const language = useLanguage();
  return {
    word: (key: ZoneWordKey): string => wordOf(zoneWords, language, key),
    choices: <List extends string>(list: List, members: readonly ListOf<List>[]) =>
      members.map((value) => ({
        value,
        label: wordOf(zoneWords, language, `${list}.${value}` as ZoneWordKey),
      })),
  };
}

export type ZoneWords = ReturnType<typeof useZoneWords>;
