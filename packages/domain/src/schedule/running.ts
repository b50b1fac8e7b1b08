import type { CalendarTable } from './calendar-table.ts';
import { CALENDAR_DAYS, ELAPSED, WORKING } from './compiled-network.ts';
import { closedDayOf, DAY, dayOf, type Minute } from './minute.ts';

/** The closing of the working day a day belongs to: its own, or that of the next one that works. */
const closing = (table: CalendarTable, day: number): Minute => {
  const opens = table.startAt(table.workedAt(day * DAY));
  return table.finishAt(table.workedAt((dayOf(opens) + 1) * DAY));
};

/** The last day whose closing lies at or before a moment: a working day. */
const lastClosed = (table: CalendarTable, by: Minute): number => {
  const day = closedDayOf(table.finishAt(table.workedAt(by)));
  if (closing(table, day) <= by) return day;
  return closedDayOf(table.finishAt(table.workedAt(day * DAY)));
};

/** The first day whose closing lies at or after a moment. */
const firstClosing = (table: CalendarTable, from: Minute): number => {
  const own = closedDayOf(from);
  const day = closing(table, own) >= from ? own : own + 1;
  return Math.min(day, closedDayOf(table.finishAt(table.workedAt(day * DAY))) + 1);
};

/** When a task that may start from a moment on does start: working time begins with working time. */
export const startFrom = (kind: number, table: CalendarTable, from: Minute): Minute =>
  kind === WORKING ? table.startAt(table.workedAt(from)) : from;

/** When a task of so many minutes (or calendar days) that starts then is done. */
export const finishOf = (
  kind: number,
  table: CalendarTable,
  [start, length]: readonly [Minute, number],
): Minute => {
  if (kind === WORKING) return length === 0 ? start : table.finishAt(table.workedAt(start) + length);
  if (kind === ELAPSED) return start + length;
  if (kind === CALENDAR_DAYS) return length === 0 ? start : closing(table, closedDayOf(start) + length);
  return start;
};

/** The latest finish at or before a moment. */
export const finishBy = (kind: number, table: CalendarTable, by: Minute): Minute => {
  if (kind === WORKING) return table.finishAt(table.workedAt(by));
  if (kind === CALENDAR_DAYS) return closing(table, lastClosed(table, by));
  return by;
};

/** The latest start from which a task is done by a moment. */
export const latestStart = (
  kind: number,
  table: CalendarTable,
  [by, length]: readonly [Minute, number],
): Minute => {
  if (kind === WORKING) return table.startAt(table.workedAt(by) - length);
  if (kind === ELAPSED) return by - length;
  if (kind === CALENDAR_DAYS) return (lastClosed(table, by) - length + 1) * DAY;
  return by;
};

/** The earliest start whose finish lies at or after a moment. */
export const earliestStart = (
  kind: number,
  table: CalendarTable,
  [from, length]: readonly [Minute, number],
): Minute => {
  if (kind === WORKING) return table.startAt(table.workedAt(from) - length);
  if (kind === ELAPSED) return from - length;
  if (kind === CALENDAR_DAYS) return (firstClosing(table, from) - length) * DAY + 1;
  return from;
};

/** The latest moment a task can start at that is not after another. */
export const startBy = (kind: number, table: CalendarTable, by: Minute): Minute => {
  if (kind !== WORKING) return by;
  const worked = table.workedAt(by);
  const start = table.startAt(worked);
  return start <= by ? start : table.startAt(worked - 1);
};
