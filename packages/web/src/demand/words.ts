import { useMemo } from 'react';
import type { Language } from '../lib/messages/catalogue.ts';
import { demandActionTexts } from '../lib/messages/demand-action-texts.ts';
import { demandFieldTexts } from '../lib/messages/demand-field-texts.ts';
import type { DemandFieldKey } from '../lib/messages/demand-field-texts.ts';
import { demandWords } from '../lib/messages/demand-words.ts';
import { useLanguage } from '../lib/messages/language.tsx';
import type { DemandWordKey } from '../lib/messages/zh-CN/demand-words.ts';
import type { DemandChange } from '@xiaoer/contract/demand-commands';

/** The words of the domain's own lists in one language. */
export type DemandWords = {
  readonly language: Language;
  readonly word: (key: DemandWordKey) => string;
  readonly label: (key: DemandFieldKey) => string;
  readonly action: (type: DemandChange) => string;
  readonly about: (type: DemandChange) => string;
  /** A category or a reason for a pause is the zone's own: its key stands where there is no word. */
  readonly categoryWord: (key: string) => string;
  readonly pauseWord: (key: string) => string;
};

const own = (language: Language, key: string, fallback: string): string =>
  (demandWords[language] as Readonly<Record<string, string>>)[key] ?? fallback;

export const demandWordsIn = (language: Language): DemandWords => ({
  language,
  word: (key) => demandWords[language][key],
  label: (key) => demandFieldTexts[language][key],
  action: (type) => demandActionTexts[language][type],
  about: (type) => demandActionTexts[language][`${type}.about`],
  categoryWord: (key) => own(language, `category.${key}`, key),
  pauseWord: (key) => own(language, `pause.${key}`, key),
});

export function useDemandWords(): DemandWords {
  const language = useLanguage();
  return useMemo(() => demandWordsIn(language), [language]);
}
