import { catalogue } from './catalogue.ts';
import { demandNotices as en } from './en/demand-notices.ts';
import { demandNotices as zh } from './zh-CN/demand-notices.ts';

export const demandNoticesTexts = catalogue(zh, en);
