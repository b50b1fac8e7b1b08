import { createContext, useContext } from 'react';

/** The few words that the design system itself says; the app gives them in the person's language. */
export type UiWords = {
  readonly close: string;
  readonly more: string;
  readonly moreActions: string;
  readonly retry: string;
  readonly loading: string;
  readonly export: string;
  readonly columns: string;
  readonly columnsTitle: string;
  readonly loadMore: string;
  readonly loadedOf: (loaded: string, total: string) => string;
  readonly inAll: (total: string) => string;
  readonly inAllMore: (total: string) => string;
  readonly loadedOfMore: (loaded: string, total: string) => string;
  readonly sortBy: (column: string) => string;
  readonly sort: string;
  readonly sortedBy: (column: string, direction: 'up' | 'down') => string;
  readonly selectRow: string;
  readonly selectAll: string;
  readonly selected: (count: string) => string;
  readonly clear: string;
  readonly clearFilters: string;
  readonly filters: string;
  readonly filtersSet: (count: number) => string;
  readonly noMatch: string;
  /** Of what stands in a field though nobody may choose it any more. */
  readonly closedChoice: string;
  readonly optional: string;
  readonly required: string;
  readonly mendFields: (count: number) => string;
  readonly dropFiles: string;
  readonly chooseFiles: string;
  readonly takePhoto: string;
  readonly remove: (name: string) => string;
  readonly since: (day: string) => string;
  readonly definition: string;
  readonly openRows: string;
  readonly proof: string;
  readonly nothingYet: string;
  readonly cancel: string;
  /** Over a form whose record somebody else changed while it was open. */
  readonly changedMeanwhile: string;
  readonly changedNext: string;
  readonly isNow: (field: string, value: readonly string[]) => string;
  readonly isEmptied: (field: string) => string;
  readonly sendAnyway: (act: string) => string;
  /** Instead of the name of a person whose data are erased. */
  readonly erased: string;
  /** Behind the name of what was done: `保存成功`. */
  readonly done: string;
};

const WordsContext = createContext<UiWords | undefined>(undefined);

export const UiWordsProvider = WordsContext.Provider;

/** A person's name in words: an erased person has none. */
export function usePersonWords(): (name: string) => string {
  const { erased } = useWords();
  return (name) => (name === '' ? erased : name);
}

export function useWords(): UiWords {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('UiWordsProvider is missing');
  return words;
}
