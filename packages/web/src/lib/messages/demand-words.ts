import { catalogue } from './catalogue.ts';
import { demandWords as en } from './en/demand-words.ts';
import { demandWords as zh } from './zh-CN/demand-words.ts';

export const demandWords = catalogue(zh, en);
