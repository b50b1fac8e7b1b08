import { catalogue } from './catalogue.ts';
import { packageRefusals as enRefusals, packages as en } from './en/package.ts';
import { addProblemTexts } from './problem-words.ts';
import { packageRefusals as zhRefusals, packages as zh } from './zh-CN/package.ts';

export const packageTexts = catalogue(zh, en);
addProblemTexts(catalogue(zhRefusals, enRefusals));
