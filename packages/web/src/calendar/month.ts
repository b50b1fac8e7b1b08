import type { LocalDate } from '@xiaoer/domain/time/local-date';

const DAY_MS = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');
const dayFrom = (epochMs: number): LocalDate => new Date(epochMs).toISOString().slice(0, 10) as LocalDate;

/** `2026-03` of a day. */
export const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** The month so many months away: `shiftMonth('2026-01', -1)` is `2025-12`. */
export function shiftMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
}

/** The weeks that hold a month, Monday first; days of the months beside it are undefined. */
export function weeksOf(month: string): readonly (readonly (LocalDate | undefined)[])[] {
  const first = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const days = Array.from({ length: 42 }, (_, at) => dayFrom(first + (at - before) * DAY_MS));
  return Array.from({ length: 6 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7).map((day) => (monthOf(day) === month ? day : undefined)),
  ).filter((week) => week.some((day) => day !== undefined));
}

/** `09:00` of minutes since midnight. */
export const clockWords = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
