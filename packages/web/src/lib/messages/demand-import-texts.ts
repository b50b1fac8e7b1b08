import { catalogue } from './catalogue.ts';
import { demandImport as en } from './en/demand-import.ts';
import { importProblems as problemsEn, importRefusals as refusalsEn } from './en/import-refusals.ts';
import { addProblemTexts } from './problem-words.ts';
import { demandImport as zh } from './zh-CN/demand-import.ts';
import { importProblems as problemsZh, importRefusals as refusalsZh } from './zh-CN/import-refusals.ts';

export const demandImportTexts = catalogue(zh, en);

/** What a sheet has to say; a row may also be refused as any demand is. */
export const importRefusalTexts = catalogue(refusalsZh, refusalsEn);
addProblemTexts(importRefusalTexts);
addProblemTexts(catalogue(problemsZh, problemsEn));
