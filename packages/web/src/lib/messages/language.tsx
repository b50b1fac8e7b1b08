import { createContext, useContext, useMemo } from 'react';
import { LANGUAGES, translator } from './catalogue.ts';
import type { Catalogue, Language, Texts, Translate } from './catalogue.ts';

const LanguageContext = createContext<Language>(LANGUAGES[0]);

export const LanguageProvider = LanguageContext.Provider;

export const useLanguage = (): Language => useContext(LanguageContext);

/** The texts of one business word in the person's language: `const t = useTexts(demandTexts)`. */
export function useTexts<Zh extends Texts>(texts: Catalogue<Zh>): Translate<Zh> {
  const language = useLanguage();
  return useMemo(() => translator(texts, language), [texts, language]);
}

/** How words are put together: between the members of a list, before what explains, around an aside. */
export const MARKS = {
  'zh-CN': { list: '、', colon: '：', comma: '，', semicolon: '；', open: '（', close: '）' },
  en: { list: ', ', colon: ': ', comma: ', ', semicolon: '; ', open: ' (', close: ')' },
} as const;

export const useMarks = (): (typeof MARKS)[Language] => MARKS[useLanguage()];
