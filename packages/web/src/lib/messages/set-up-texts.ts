import { catalogue } from './catalogue.ts';
import { setUp as en } from './en/set-up.ts';
import { setUp as zh } from './zh-CN/set-up.ts';

export const setUpTexts = catalogue(zh, en);
