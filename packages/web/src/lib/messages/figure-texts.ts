import { catalogue } from './catalogue.ts';
import { figures as en } from './en/sessions.ts';
import { figures as zh } from './zh-CN/sessions.ts';

export const figureTexts = catalogue(zh, en);
