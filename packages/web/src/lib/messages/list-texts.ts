import { catalogue } from './catalogue.ts';
import { list as en } from './en/list.ts';
import { list as zh } from './zh-CN/list.ts';

export const listTexts = catalogue(zh, en);
