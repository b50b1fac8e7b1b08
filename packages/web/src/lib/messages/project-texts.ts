import { catalogue } from './catalogue.ts';
import { project as en, projectRefusals as enRefusals } from './en/project.ts';
import { addProblemTexts } from './problem-words.ts';
import { project as zh, projectRefusals as zhRefusals } from './zh-CN/project.ts';

export const projectTexts = catalogue(zh, en);
addProblemTexts(catalogue(zhRefusals, enRefusals));
