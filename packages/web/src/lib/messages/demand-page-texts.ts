import { catalogue } from './catalogue.ts';
import { demandPage as en } from './en/demand-page.ts';
import { demandPage as zh } from './zh-CN/demand-page.ts';

export const demandPageTexts = catalogue(zh, en);
