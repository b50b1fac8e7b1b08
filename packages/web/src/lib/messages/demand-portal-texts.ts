import { catalogue } from './catalogue.ts';
import { demandPortal as en } from './en/demand-portal.ts';
import { demandPortal as zh } from './zh-CN/demand-portal.ts';

export const demandPortalTexts = catalogue(zh, en);
