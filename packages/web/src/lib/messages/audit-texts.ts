import { catalogue } from './catalogue.ts';
import { auditEvents as enEvents, auditKinds as enKinds } from './en/audit-events.ts';
import { audit as en } from './en/sessions.ts';
import { auditEvents as zhEvents, auditKinds as zhKinds } from './zh-CN/audit-events.ts';
import { audit as zh } from './zh-CN/sessions.ts';

export const auditTexts = catalogue(zh, en);
/** The word for a kind of record in the log. */
export const auditKinds = catalogue(zhKinds, enKinds);
/** What was done, in few words; an enterprise's own events are told by its timeline's texts. */
export const auditEvents = catalogue(zhEvents, enEvents);
