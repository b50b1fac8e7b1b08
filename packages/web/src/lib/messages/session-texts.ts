import { catalogue } from './catalogue.ts';
import { sessions as en } from './en/sessions.ts';
import { sessions as zh } from './zh-CN/sessions.ts';

export const sessionTexts = catalogue(zh, en);
