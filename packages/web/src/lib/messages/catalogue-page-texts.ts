import { catalogue } from './catalogue.ts';
import * as en from './en/catalogue-pages.ts';
import { addProblemTexts } from './problem-words.ts';
import * as zh from './zh-CN/catalogue-pages.ts';

/** Categories, limits and the work calendar. */
export const cataloguePageTexts = catalogue(zh.cataloguePages, en.cataloguePages);
addProblemTexts(catalogue(zh.categoryRefusals, en.categoryRefusals));
addProblemTexts(catalogue(zh.settingsRefusals, en.settingsRefusals));
