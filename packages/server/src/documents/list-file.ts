import { zoneWords as english } from '@xiaoer/contract/words/en/zone-words';
import { zoneWords as chinese, type ZoneWordKey } from '@xiaoer/contract/words/zh-CN/zone-words';
import type { Language } from '@xiaoer/domain/access/language';
import type { OrganisationId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import type { Configuration } from '../configuration/configuration.ts';
import type { ListColumn, ListRow, ListSheet, ListValue } from './list-sheet.ts';

/** A text in every language. */
export type Spoken = Readonly<Record<Language, string>>;

type Setting = {
  readonly language: Language;
  readonly configuration: Configuration;
  /** Where the records of the list are opened: the address of the house. */
  readonly origin: string;
};

const WORDS = { 'zh-CN': chinese, en: english } as const;
const BETWEEN: Spoken = { 'zh-CN': '、', en: ', ' };

const ERASED: Spoken = { 'zh-CN': '已抹除', en: 'Erased' };

type Place = { readonly name: string; readonly nameEn?: string };

/** How a file speaks to its reader. */
export const speakerOf = ({ language, configuration, origin }: Setting) => {
  const nameOf = (place: Place | undefined): string =>
    (language === 'en' ? place?.nameEn : undefined) ?? place?.name ?? '';
  return {
    language,
    say: (spoken: Spoken): string => spoken[language],
    word: (key: ZoneWordKey): string => WORDS[language][key],
    listed: (texts: readonly string[]): string => texts.join(BETWEEN[language]),
    nameOf,
    /** Somebody's name; an erased person has none. */
    person: (name: string): string => (name === '' ? ERASED[language] : name),
    unit: (id: OrganisationId): string => nameOf(configuration.organisations.get(id)),
    territory: (id: TerritoryId | null): string =>
      id === null ? '' : nameOf(configuration.territories.get(id)),
    /** A text that opens a record of the house. */
    link: (text: string, path: string): ListValue => ({ text, href: `${origin}${path}` }),
  };
};

export type Speaker = ReturnType<typeof speakerOf>;

export type ListField<Item> = {
  readonly header: Spoken;
  readonly width: number;
  readonly kind?: ListColumn['kind'];
  readonly of: (item: Item, speaker: Speaker) => ListValue;
};

/** What the file of a list shows: the columns of its page. */
export type ListFile<Item> = {
  /** As the log of exports calls it. */
  readonly list: string;
  readonly title: Spoken;
  readonly fields: readonly ListField<Item>[];
};

/** The sheet of a list in its reader's language. */
export const sheetOf = <Item>({ title, fields }: ListFile<Item>, { say }: Speaker): ListSheet => ({
  title: say(title),
  columns: fields.map(({ header, width, kind = 'text' }, at) => ({
    key: String(at),
    header: say(header),
    width,
    kind,
  })),
  paper: 'A3',
});

/** A record as a row of that sheet. */
export const rowOf =
  <Item>({ fields }: ListFile<Item>, speaker: Speaker) =>
  (item: Item): ListRow =>
    Object.fromEntries(fields.map(({ of }, at) => [String(at), of(item, speaker)]));
