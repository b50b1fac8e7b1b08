import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Language } from '../messages/catalogue.ts';

const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const RELATIVE = {
  'zh-CN': { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' },
  en: { '-2': '', '-1': 'yesterday', '0': 'today', '1': 'tomorrow', '2': '' },
} as const;

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** Days since 1970-01-01 of a calendar day. */
export const dayNumber = (day: LocalDate): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The browser's moment written as the product writes moments: fixed +08:00, whatever the machine's zone. */
export const instantOf = (epochMs: number): Instant =>
  new Date(epochMs + CHINA_MS).toISOString().replace('Z', '+08:00') as Instant;

/** The calendar day in China of an instant; a text cut, since instants carry +08:00. */
export const dayOf = (instant: Instant): LocalDate => instant.slice(0, 10) as LocalDate;

/** `18:30` of an instant. */
export const timeOf = (instant: Instant): string => instant.slice(11, 16);

export const weekday = (day: LocalDate, language: Language): string =>
  WEEKDAYS[language][(((dayNumber(day) + 4) % 7) + 7) % 7] ?? '';

/** The day as people write it: `3月9日` or `2025年3月9日` when the year is not this one; `9 Mar` / `9 Mar 2025`. */
export function shortDay(day: LocalDate, today: LocalDate, language: Language): string {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const sameYear = year === today.slice(0, 4);
  if (language === 'zh-CN') return `${sameYear ? '' : `${year}年`}${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`}`;
}

/** `今天`, `明天`, `昨天`, or the day with its weekday when further away. */
export function relativeDay(day: LocalDate, today: LocalDate, language: Language): string {
  const distance = daysBetween(today, day);
  const words: Readonly<Record<string, string>> = RELATIVE[language];
  const word = words[String(distance)] ?? '';
  if (word !== '') return word;
  const written = shortDay(day, today, language);
  if (Math.abs(distance) >= 7) return written;
  return language === 'zh-CN'
    ? `${written} ${weekday(day, language)}`
    : `${weekday(day, language)} ${written}`;
}

/** When something is due: `今天 18:00 前`; the end of a day needs no time: `明天内`, `3月13日周五内`. */
export function dueWords(due: Instant, today: LocalDate, language: Language): string {
  const time = timeOf(due);
  // A day ends at 24:00, which is written as 00:00 of the next day or as its last minute.
  const endsAtMidnight = time === '00:00';
  const day = endsAtMidnight ? dayOf(instantOf(Date.parse(due) - 1)) : dayOf(due);
  const word = relativeDay(day, today, language);
  if (endsAtMidnight || time === '23:59')
    return language === 'zh-CN' ? `${word.replace(' ', '')}内` : `by end of ${word}`;
  return language === 'zh-CN' ? `${word} ${time} 前` : `${word}, before ${time}`;
}

/** When something happened: `今天 09:12`, `3月9日 周一 09:12`. */
export const momentWords = (at: Instant, today: LocalDate, language: Language): string =>
  `${relativeDay(dayOf(at), today, language)} ${timeOf(at)}`;
