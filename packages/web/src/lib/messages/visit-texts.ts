import { catalogue } from './catalogue.ts';
import { visit as en, visitRefusals as enRefusals } from './en/visit.ts';
import { addProblemTexts } from './problem-words.ts';
import { visit as zh, visitRefusals as zhRefusals } from './zh-CN/visit.ts';

export const visitTexts = catalogue(zh, en);
addProblemTexts(catalogue(zhRefusals, enRefusals));
