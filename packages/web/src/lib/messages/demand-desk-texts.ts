import { catalogue } from './catalogue.ts';
import { demandDesk as en } from './en/demand-desk.ts';
import { demandDesk as zh } from './zh-CN/demand-desk.ts';

export const demandDeskTexts = catalogue(zh, en);
