import { catalogue } from './catalogue.ts';
import { demandFields as en } from './en/demand-fields.ts';
import { demandFields as zh } from './zh-CN/demand-fields.ts';

export const demandFieldTexts = catalogue(zh, en);
export type DemandFieldKey = keyof typeof zh;
