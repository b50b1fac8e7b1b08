import type { FieldProblem, Problem } from '@xiaoer/contract/problem';
import { catalogue, fill } from './catalogue.ts';
import type { Catalogue, Language, Texts } from './catalogue.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { problems as problemsEn } from './en/problems.ts';
import { MARKS, useLanguage } from './language.tsx';
import { fields as fieldsZh } from './zh-CN/fields.ts';
import { problems as problemsZh } from './zh-CN/problems.ts';

const fieldTexts = catalogue(fieldsZh, fieldsEn);
const platformTexts = catalogue(problemsZh, problemsEn);

type Words = Readonly<Record<string, string>>;
const known: Record<Language, Words> = { ...platformTexts };

/** Adds the words for one business word's refusals; they arrive with the pages that can meet them. */
export function addProblemTexts<Zh extends Texts>(texts: Catalogue<Zh>): void {
  known['zh-CN'] = { ...known['zh-CN'], ...texts['zh-CN'] };
  known.en = { ...known.en, ...texts.en };
}

const factWords = (facts: Problem['facts'], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(facts ?? {}).map(([name, fact]) => [
      name,
      Array.isArray(fact) ? fact.join(MARKS[language].list) : String(fact),
    ]),
  );

export type ProblemWords = { readonly title: string; readonly reference?: string };

/** A problem in the person's words; a code without words falls back to the server's own title. */
export function problemWords(problem: Problem, language: Language): ProblemWords {
  const text = known[language][problem.code];
  const title = text === undefined ? problem.title : fill(text, factWords(problem.facts, language));
  const isOurs = problem.status >= 500 && problem.instance !== undefined;
  return isOurs ? { title, reference: problem.instance } : { title };
}

/** What is wrong at a field, in the person's words. */
export function fieldWords(error: FieldProblem, language: Language): string {
  const words: Words = fieldTexts[language];
  const text = words[error.code] ?? known[language][error.code] ?? fieldTexts[language]['field.other'];
  return fill(text, factWords(error.facts, language));
}

/** The words for problems and for fields in the person's language; spread the first into an ErrorNote. */
export function useProblemWords() {
  const language = useLanguage();
  return {
    ofProblem: (problem: Problem): ProblemWords => problemWords(problem, language),
    ofField: (error: FieldProblem): string => fieldWords(error, language),
  };
}
