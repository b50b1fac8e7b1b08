import type { Light } from '@xiaoer/domain/time/clock';
import type { Instant } from '@xiaoer/domain/time/instant';
import { durationWords } from '../../lib/format/duration.ts';
import type { Language } from '../../lib/messages/catalogue.ts';

const WORDS = {
  'zh-CN': {
    left: (time: string) => `还剩 ${time}`,
    late: (time: string) => `超期 ${time}`,
    workingDays: (days: number) => `${days} 个工作日`,
  },
  en: {
    left: (time: string) => `${time} left`,
    late: (time: string) => `${time} late`,
    workingDays: (days: number) => `${days} working ${days === 1 ? 'day' : 'days'}`,
  },
} as const;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

const HOUR_MINUTES = 60;

/** Whole days from one day on, whole hours from two hours on: nobody plans a day by minutes. */
const rounded = (minutes: number): number => {
  if (minutes >= DAY_MINUTES) return Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES;
  return minutes >= 2 * HOUR_MINUTES ? Math.floor(minutes / HOUR_MINUTES) * HOUR_MINUTES : minutes;
};

/** When something is due; of a limit in working days, how many of them the server counts until then. */
export type Due = { readonly dueAt: Instant; readonly workingDaysLeft: number | null };

/** What is left until a due time, or how late it is: in the limit's own days, on the last one in hours. */
export function leftWords({ dueAt, workingDaysLeft }: Due, now: Instant, language: Language): string {
  if (workingDaysLeft !== null && workingDaysLeft !== 0) {
    const { left, late, workingDays } = WORDS[language];
    return (workingDaysLeft < 0 ? late : left)(workingDays(Math.abs(workingDaysLeft)));
  }
  const minutes = Math.round((Date.parse(dueAt) - Date.parse(now)) / MINUTE_MS);
  const time = durationWords(rounded(Math.abs(minutes)), language);
  return minutes < 0 ? WORDS[language].late(time) : WORDS[language].left(time);
}

/** The same for a light: what is done or paused has nothing left to say about time. */
export const clockLeft = (
  light: Light,
  { due, now, language }: { readonly due: Due; readonly now: Instant; readonly language: Language },
  words: { readonly done: string; readonly grey: string },
): string => (light === 'done' || light === 'grey' ? words[light] : leftWords(due, now, language));
