import { catalogue } from './catalogue.ts';
import { audit as en, auditKinds as enKinds } from './en/sessions.ts';
import { audit as zh, auditKinds as zhKinds } from './zh-CN/sessions.ts';

export const auditTexts = catalogue(zh, en);
/** The word for a kind of record in the log. */
export const auditKinds = catalogue(zhKinds, enKinds);
