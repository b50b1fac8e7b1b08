import { dayNumber, dayOfWeekOfNumber } from '../time/local-date.ts';
import type { HourSpan } from '../time/work-calendar.ts';
import { DAY, dayOf, END_OF_TIME, START_OF_TIME, type Minute } from './minute.ts';
import { recursOn } from './recurrence.ts';
import type { ShiftCalendar, ShiftException } from './shift-calendar.ts';

/** Working minutes counted from an arbitrary origin of one table; comparable within that table only. */
export type Worked = number;

const BUCKET = 512;
const FIRST_WINDOW = 512;
const LAST_DAY = END_OF_TIME / DAY - 1;
const FIRST_DAY = START_OF_TIME / DAY;

type Day = { readonly from: Int32Array; readonly to: Int32Array; readonly minutes: number };

const dayFrom = (spans: readonly HourSpan[]): Day => ({
  from: Int32Array.from(spans, ([from]) => from),
  to: Int32Array.from(spans, ([, to]) => to),
  minutes: spans.reduce((sum, [from, to]) => sum + to - from, 0),
});

/**
 * Running totals of a calendar's working minutes, so that adding, taking away and measuring working time cost the same
 * over a day and over a century. Covers the days it was asked for, and grows; coordinates stay true when it does.
 */
export class CalendarTable {
  private readonly weekly: readonly Day[];
  private readonly dated = new Map<number, Day>();
  private readonly ranged: readonly {
    readonly exception: ShiftException;
    readonly day: Day;
    readonly from: number;
    readonly to: number;
  }[];
  private first: number;
  /** The days of the window, their minutes before each (one entry more), and the first day beyond each bucket. */
  private days: Day[] = [];
  private before: Float64Array = new Float64Array(1);
  private bucketDay: Int32Array = new Int32Array(0);

  constructor(calendar: ShiftCalendar, around: Minute) {
    this.weekly = calendar.weekly.map(dayFrom);
    const ranged = [];
    for (const exception of calendar.exceptions) {
      const day = dayFrom(exception.hours);
      const from = dayNumber(exception.from);
      const to = dayNumber(exception.to);
      if (exception.recurrence !== undefined || to - from > DAY) ranged.push({ exception, day, from, to });
      else for (let at = from; at <= to; at += 1) if (!this.dated.has(at)) this.dated.set(at, day);
    }
    this.ranged = ranged.sort(
      (one, other) =>
        Number(one.exception.recurrence !== undefined) - Number(other.exception.recurrence !== undefined),
    );
    this.first = dayOf(around) - FIRST_WINDOW / 2;
    this.days = this.daysFrom(this.first, FIRST_WINDOW);
    this.index(0);
  }

  /** Working minutes up to a minute. */
  workedAt(at: Minute): Worked {
    const day = Math.floor(at / DAY);
    if (day < this.first || day >= this.first + this.days.length) {
      if (day > LAST_DAY) return this.workedAt(END_OF_TIME - 1);
      if (day < FIRST_DAY) return this.workedAt(START_OF_TIME);
      this.reach(day);
    }
    const position = day - this.first;
    const hours = this.days[position] as Day;
    const clock = at - day * DAY;
    let worked = this.before[position] as number;
    for (let span = 0; span < hours.from.length; span += 1) {
      const from = hours.from[span] as number;
      if (clock <= from) break;
      const to = hours.to[span] as number;
      worked += (clock < to ? clock : to) - from;
    }
    return worked;
  }

  /** The moment the next working minute begins: of all with that many minutes behind them the latest. */
  startAt(worked: Worked): Minute {
    let bucket = Math.floor((worked - (this.before[0] as number)) / BUCKET);
    while (bucket < 0 || worked >= (this.before[this.days.length] as number)) {
      if (bucket < 0 && this.first <= FIRST_DAY) return START_OF_TIME;
      if (bucket >= 0 && this.first + this.days.length > LAST_DAY) return END_OF_TIME;
      this.reach(bucket < 0 ? this.first - 1 : this.first + this.days.length);
      bucket = Math.floor((worked - (this.before[0] as number)) / BUCKET);
    }
    let position = this.bucketDay[bucket] as number;
    while ((this.before[position + 1] as number) <= worked) position += 1;
    const hours = this.days[position] as Day;
    let rest = worked - (this.before[position] as number);
    let span = 0;
    for (;;) {
      const from = hours.from[span] as number;
      const length = (hours.to[span] as number) - from;
      if (rest < length) return (this.first + position) * DAY + from + rest;
      rest -= length;
      span += 1;
    }
  }

  /** The moment that many minutes are done: of all with that many behind them the earliest. */
  finishAt(worked: Worked): Minute {
    return this.startAt(worked - 1) + 1;
  }

  private daysFrom(first: number, count: number): Day[] {
    return Array.from({ length: count }, (_, place) => this.dayAt(first + place));
  }

  private dayAt(day: number): Day {
    const dated = this.dated.get(day);
    if (dated !== undefined) return dated;
    for (const { exception, day: hours, from, to } of this.ranged) {
      if (day < from || day > to) continue;
      if (exception.recurrence === undefined || recursOn(exception.recurrence, from, day)) return hours;
    }
    return this.weekly[dayOfWeekOfNumber(day) - 1] as Day;
  }

  /** Grows the window, at least to twice its size, until it holds a day. */
  private reach(day: number): void {
    const size = this.days.length;
    if (day < this.first) {
      const start = Math.max(FIRST_DAY, Math.min(day, this.first - size));
      const added = this.daysFrom(start, this.first - start);
      const minutes = added.reduce((sum, { minutes }) => sum + minutes, 0);
      this.days = [...added, ...this.days];
      this.first = start;
      this.index((this.before[0] as number) - minutes);
      return;
    }
    const end = Math.min(LAST_DAY + 1, Math.max(day + 1, this.first + size * 2));
    const from = this.first + size;
    this.days = [...this.days, ...this.daysFrom(from, end - from)];
    this.index(this.before[0] as number);
  }

  private index(origin: Worked): void {
    const { days } = this;
    const before = new Float64Array(days.length + 1);
    before[0] = origin;
    for (let at = 0; at < days.length; at += 1)
      before[at + 1] = (before[at] as number) + (days[at] as Day).minutes;
    const buckets = new Int32Array(Math.ceil(((before[days.length] as number) - origin) / BUCKET) + 1);
    let position = 0;
    for (let bucket = 0; bucket < buckets.length; bucket += 1) {
      while (position < days.length - 1 && (before[position + 1] as number) <= origin + bucket * BUCKET)
        position += 1;
      buckets[bucket] = position;
    }
    this.before = before;
    this.bucketDay = buckets;
  }
}

const tables = new WeakMap<ShiftCalendar, CalendarTable>();

/** The table of a calendar, made once per object around the first moment asked for. */
export const calendarTable = (calendar: ShiftCalendar, around: Minute): CalendarTable => {
  const known = tables.get(calendar);
  if (known !== undefined) return known;
  const table = new CalendarTable(calendar, around);
  tables.set(calendar, table);
  return table;
};
