import { catalogue } from './catalogue.ts';
import { demandList as en } from './en/demand-list.ts';
import { demandList as zh } from './zh-CN/demand-list.ts';

export const demandListTexts = catalogue(zh, en);
