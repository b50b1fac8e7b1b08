import { catalogue } from './catalogue.ts';
import { shell as en } from './en/shell.ts';
import { shell as zh } from './zh-CN/shell.ts';

export const shellTexts = catalogue(zh, en);
