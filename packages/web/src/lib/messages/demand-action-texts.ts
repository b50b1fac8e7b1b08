import { catalogue } from './catalogue.ts';
import { demandActions as en } from './en/demand-actions.ts';
import { demandActions as zh } from './zh-CN/demand-actions.ts';

export const demandActionTexts = catalogue(zh, en);
