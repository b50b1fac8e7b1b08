import { catalogue } from './catalogue.ts';
import { demandOutside as en, outsideProblems as problemsEn } from './en/demand-outside.ts';
import { addProblemTexts } from './problem-words.ts';
import { demandOutside as zh, outsideProblems as problemsZh } from './zh-CN/demand-outside.ts';

export const demandOutsideTexts = catalogue(zh, en);
addProblemTexts(catalogue(problemsZh, problemsEn));
