import { catalogue } from './catalogue.ts';
import { demandRefusals as en } from './en/demand-refusals.ts';
import { addProblemTexts } from './problem-words.ts';
import { demandRefusals as zh } from './zh-CN/demand-refusals.ts';

/** Every refusal of a demand's command in words; imported by whatever sends one. */
export const demandRefusalTexts = catalogue(zh, en);
addProblemTexts(demandRefusalTexts);
