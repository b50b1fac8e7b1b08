import { catalogue, wordOf } from './catalogue.ts';
import { zoneWords as en } from './en/zone-words.ts';
import { useLanguage } from './language.tsx';
import { zoneWords as zh } from './zh-CN/zone-words.ts';
import type { ZoneWordKey } from './zh-CN/zone-words.ts';

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
