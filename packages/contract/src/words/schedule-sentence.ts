import type { Language } from '@xiaoer/domain/access/language';
import type { Reason, Step } from '@xiaoer/domain/schedule/explain';
import type { DaysOff } from '@xiaoer/domain/schedule/days-off';
import { closedDayOf, DAY, textOfMinute, type Minute } from '@xiaoer/domain/schedule/minute';
import type { Lag } from '@xiaoer/domain/schedule/network';
import { scheduleWords as english } from './en/schedule-words.ts';
import { scheduleWords as chinese, type ScheduleWordKey } from './zh-CN/schedule-words.ts';

type Facts = Readonly<Record<string, string | number>>;
type Tell = (key: ScheduleWordKey, facts?: Facts) => string;

const teller =
  (language: Language): Tell =>
  (key, facts = {}) => {
    const [one = '', several = one] = (language === 'en' ? english : chinese)[key].split('|');
    const template = facts.amount === 1 || facts.days === 1 ? one : several;
    return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  };

const startDay = (at: Minute): string => textOfMinute(at).slice(0, 10);
const finishDay = (at: Minute): string => textOfMinute(closedDayOf(at) * DAY).slice(0, 10);

const lagTold = (lag: Lag | undefined, tell: Tell): string => {
  if (lag === undefined || lag.amount === 0) return '';
  const length = tell(`unit.${lag.unit}`, { amount: Math.abs(lag.amount) });
  return tell(lag.amount > 0 ? 'lag.after' : 'lag.before', { lag: length });
};

const reasonTold = (reason: Reason, start: Minute, tell: Tell): string => {
  if (reason.kind === 'constraint') {
    const { constraint } = reason;
    const at = 'at' in constraint ? startDay(constraint.at) : '';
    return tell(`reason.${constraint.kind}`, { at });
  }
  if (reason.kind !== 'link') return tell(`reason.${reason.kind}`, { start: startDay(start) });
  const { link, predecessor, at } = reason;
  const day = link.type.startsWith('F') ? finishDay(at) : startDay(at);
  return tell(`link.${link.type}`, { before: predecessor.name, at: day }) + lagTold(link.lag, tell);
};

const offTold = ({ name, days }: DaysOff, tell: Tell): string =>
  name === undefined ? tell('off.rest', { days }) : tell('off.named', { name, days });

/** One step of an explanation in words: which task, from when to when, why, and the days off it spans. */
export const scheduleSentence = (
  { task, start, finish, reason, daysOff }: Step,
  language: Language,
): string => {
  const tell = teller(language);
  const told = tell('sentence.step', {
    task: task.name,
    start: startDay(start),
    finish: finishDay(finish),
    reason: reasonTold(reason, start, tell),
  });
  const off = daysOff.map((run) => offTold(run, tell)).join(tell('mark.between'));
  return off === '' ? told : told + tell('sentence.off', { off });
};
