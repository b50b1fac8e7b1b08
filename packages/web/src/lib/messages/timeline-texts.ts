import { catalogue } from './catalogue.ts';
import { timelineTold as en } from './en/sessions.ts';
import { timelineTold as zh } from './zh-CN/sessions.ts';

export const timelineTold = catalogue(zh, en);
