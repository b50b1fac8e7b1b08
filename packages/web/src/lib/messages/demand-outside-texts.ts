import { catalogue } from './catalogue.ts';
import { demandOutside as en } from './en/demand-outside.ts';
import { demandOutside as zh } from './zh-CN/demand-outside.ts';

export const demandOutsideTexts = catalogue(zh, en);
