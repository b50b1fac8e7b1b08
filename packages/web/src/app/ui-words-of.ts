import { catalogue, translator } from '../lib/messages/catalogue.ts';
import type { Language } from '../lib/messages/catalogue.ts';
import { uiWords as uiWordsEn } from '../lib/messages/en/ui-words.ts';
import { MARKS } from '../lib/messages/language.tsx';
import { uiWords as uiWordsZh } from '../lib/messages/zh-CN/ui-words.ts';
import type { UiWords } from '../ui/words.tsx';

const texts = catalogue(uiWordsZh, uiWordsEn);

/** The design system's words in one language. */
export function uiWordsOf(language: Language): UiWords {
  const t = translator(texts, language);
  return {
    ...texts[language],
    loadedOf: (loaded, total) => t('loadedOf', { loaded, total }),
    inAll: (total) => t('inAll', { total }),
    inAllMore: (total) => t('inAllMore', { total }),
    loadedOfMore: (loaded, total) => t('loadedOfMore', { loaded, total }),
    sortBy: (column) => t('sortBy', { column }),
    sortedBy: (column, direction) => t(direction === 'up' ? 'sortedUp' : 'sortedDown', { column }),
    selected: (count) => t('selected', { count }),
    filtersSet: (count) => t('filtersSet', { count }),
    mendFields: (count) => t('mendFields', { count }),
    isNow: (field, value) =>
      value.length === 0
        ? t('isChanged', { field })
        : t('isNow', { field, value: value.join(MARKS[language].list) }),
    isEmptied: (field) => t('isEmptied', { field }),
    sendAnyway: (act) => t('sendAnyway', { act }),
    remove: (name) => t('remove', { name }),
    since: (day) => t('since', { day }),
  };
}
