import { invariant } from '../kernel/invariant.ts';
import { assertDate, dayNumber, dayOfWeekOfNumber } from './local-date.ts';
import type { CalendarException, DayHours, HourSpan, WorkCalendar } from './work-calendar.ts';

/** Running totals over the covered days, so that adding and measuring working time need no walk over days. */
export type CalendarIndex = {
  /** Day numbers of the first and last covered day. */
  readonly first: number;
  readonly last: number;
  readonly hours: readonly (readonly HourSpan[])[];
  /** Working minutes before each day; one entry more than days. */
  readonly minutesBefore: Int32Array;
  /** Working days before each day; one entry more than days. */
  readonly workdaysBefore: Int32Array;
  /** Day numbers of all working days. */
  readonly workdays: readonly number[];
};

const hoursOn = (calendar: WorkCalendar, weekday: DayHours, exception: CalendarException): DayHours => {
  if (exception.kind === 'holiday') return {};
  if (exception.kind === 'makeUpDay') return exception.hours ?? calendar.makeUpHours;
  const half = exception.works;
  const span = weekday[half] ?? calendar.makeUpHours[half];
  return span === undefined ? {} : { [half]: span };
};

const spansOf = (hours: DayHours): readonly HourSpan[] => {
  const spans = [hours.morning, hours.afternoon].filter((span) => span !== undefined);
  let end = 0;
  for (const [from, to] of spans) {
    invariant(from >= end && from < to && to <= 1_440, `working hours out of order: ${from}-${to}`);
    end = to;
  }
  return spans;
};

const exceptionalSpans = (calendar: WorkCalendar): ReadonlyMap<number, readonly HourSpan[]> => {
  const spans = new Map<number, readonly HourSpan[]>();
  for (const [date, exception] of Object.entries(calendar.exceptions)) {
    const day = dayNumber(assertDate(date));
    const weekday = calendar.weekly[dayOfWeekOfNumber(day) - 1] ?? {};
    spans.set(day, spansOf(hoursOn(calendar, weekday, exception)));
  }
  return spans;
};

const minutesIn = (spans: readonly HourSpan[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0);

const build = (calendar: WorkCalendar): CalendarIndex => {
  const first = dayNumber(calendar.coverage.from);
  const last = dayNumber(calendar.coverage.to);
  const length = Math.max(0, last - first + 1);
  const weekly = calendar.weekly.map(spansOf);
  const exceptional = exceptionalSpans(calendar);
  const hours: (readonly HourSpan[])[] = [];
  const minutesBefore = new Int32Array(length + 1);
  const workdaysBefore = new Int32Array(length + 1);
  const workdays: number[] = [];
  for (let position = 0; position < length; position += 1) {
    const day = first + position;
    const spans = exceptional.get(day) ?? weekly[dayOfWeekOfNumber(day) - 1] ?? [];
    hours.push(spans);
    if (spans.length > 0) workdays.push(day);
    minutesBefore[position + 1] = (minutesBefore[position] ?? 0) + minutesIn(spans);
    workdaysBefore[position + 1] = workdays.length;
  }
  return { first, last, hours, minutesBefore, workdaysBefore, workdays };
};

const indexes = new WeakMap<WorkCalendar, CalendarIndex>();

/** The index of a calendar, built once per object. */
export const calendarIndex = (calendar: WorkCalendar): CalendarIndex => {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const index = build(calendar);
  indexes.set(calendar, index);
  return index;
};
