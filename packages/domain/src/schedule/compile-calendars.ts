import { refused } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { localDate } from '../time/local-date.ts';
import type { HourSpan } from '../time/work-calendar.ts';
import { calendarTable, type CalendarTable } from './calendar-table.ts';
import type { Hierarchy } from './compile-hierarchy.ts';
import { DAY } from './minute.ts';
import type { Network } from './network.ts';
import { refuseTasks, type ScheduleRefusal } from './refusals.ts';
import type { ShiftCalendar, ShiftException } from './shift-calendar.ts';

const inOrder = (spans: readonly HourSpan[]): boolean => {
  let end = 0;
  for (const [from, to] of spans) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < end || to <= from || to > DAY)
      return false;
    end = to;
  }
  return true;
};

const recursSensibly = ({ recurrence }: ShiftException): boolean =>
  recurrence === undefined ||
  recurrence.kind === 'yearly' ||
  (Number.isInteger(recurrence.every) && recurrence.every >= 1);

const isSound = (exception: ShiftException): boolean =>
  inOrder(exception.hours) &&
  recursSensibly(exception) &&
  localDate(exception.from) !== undefined &&
  localDate(exception.to) !== undefined;

const judge = (calendar: ShiftCalendar): ScheduleRefusal | undefined => {
  const { weekly, exceptions } = calendar;
  if (weekly.length !== 7 || !weekly.every(inOrder) || !exceptions.every(isSound))
    return 'schedule.calendar-invalid';
  return weekly.every((spans) => spans.length === 0) ? 'schedule.calendar-without-work' : undefined;
};

const judged = new WeakMap<ShiftCalendar, { readonly problem: ScheduleRefusal | undefined }>();

/** What is wrong with a calendar, looked at once per object: it may hold the days off of decades. */
const problemOf = (calendar: ShiftCalendar): ScheduleRefusal | undefined => {
  const known = judged.get(calendar);
  if (known !== undefined) return known.problem;
  const problem = judge(calendar);
  judged.set(calendar, { problem });
  return problem;
};

const tablesOf = (network: Network): Map<string, CalendarTable> | Refusal<ScheduleRefusal> => {
  const around = network.start ?? network.target ?? 0;
  const tables = new Map<string, CalendarTable>();
  for (const calendar of network.calendars) {
    const problem = problemOf(calendar);
    if (problem !== undefined) return refused(problem, { calendar: calendar.name }).refusal;
    tables.set(calendar.id, calendarTable(calendar, around));
  }
  return tables;
};

/** Each node's calendar. Refuses calendars nobody can work by, and names that none has. */
export const calendarsOf = (
  network: Network,
  { nodes, taskOf }: Hierarchy,
): readonly CalendarTable[] | Refusal<ScheduleRefusal> => {
  const tables = tablesOf(network);
  if ('code' in tables) return tables;
  const ours = tables.get(network.calendarId);
  if (ours === undefined)
    return refused('schedule.unknown-calendar', { calendar: network.calendarId }).refusal;
  const calendars: CalendarTable[] = [];
  for (let node = 0; node < nodes; node += 1) {
    const task = network.tasks[taskOf(node)];
    const table = task?.calendarId === undefined ? ours : tables.get(task.calendarId);
    if (table === undefined) return refuseTasks('schedule.unknown-calendar', [task]);
    calendars.push(table);
  }
  return calendars;
};
