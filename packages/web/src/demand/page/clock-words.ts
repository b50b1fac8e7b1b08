import type { Light } from '@xiaoer/domain/time/clock';
import type { Instant } from '@xiaoer/domain/time/instant';
import { durationWords } from '../../lib/format/duration.ts';
import type { Language } from '../../lib/messages/catalogue.ts';

const WORDS = {
  'zh-CN': { left: (time: string) => `还剩 ${time}`, late: (time: string) => `超期 ${time}` },
  en: { left: (time: string) => `${time} left`, late: (time: string) => `${time} late` },
} as const;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

const HOUR_MINUTES = 60;

/** Whole days from one day on, whole hours from two hours on: nobody plans a day by minutes. */
const rounded = (minutes: number): number => {
  if (minutes >= DAY_MINUTES) return Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES;
  return minutes >= 2 * HOUR_MINUTES ? Math.floor(minutes / HOUR_MINUTES) * HOUR_MINUTES : minutes;
};

/** What is left until a due time, or how late it is. */
export function leftWords(dueAt: Instant, now: Instant, language: Language): string {
  const minutes = Math.round((Date.parse(dueAt) - Date.parse(now)) / MINUTE_MS);
  const time = durationWords(rounded(Math.abs(minutes)), language);
  return minutes < 0 ? WORDS[language].late(time) : WORDS[language].left(time);
}

/** The same for a light: what is done or paused has nothing left to say about time. */
export const clockLeft = (
  light: Light,
  { dueAt, now, language }: { readonly dueAt: Instant; readonly now: Instant; readonly language: Language },
  words: { readonly done: string; readonly grey: string },
): string => (light === 'done' || light === 'grey' ? words[light] : leftWords(dueAt, now, language));
