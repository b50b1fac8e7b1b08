import { assertDate } from '../../time/local-date.ts';
import type { HourSpan } from '../../time/work-calendar.ts';
import { minuteOf } from '../minute.ts';
import { DURATION_UNITS, LAG_UNITS, LINK_TYPES, type Link, type Network, type Task } from '../network.ts';
import type { ShiftCalendar } from '../shift-calendar.ts';

const DAY_SHIFT: readonly HourSpan[] = [
  [480, 720],
  [780, 1_020],
];
const weekly = (...days: readonly (readonly HourSpan[])[]) => days;

/** Monday to Friday, with a festival and its make-up day. */
export const OFFICE: ShiftCalendar = {
  id: 'office',
  name: 'Office',
  weekly: weekly(DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, [], []),
  exceptions: [
    { name: 'Festival', from: assertDate('2023-01-21'), to: assertDate('2023-01-27'), hours: [] },
    { name: 'Make-up day', from: assertDate('2023-01-28'), to: assertDate('2023-01-28'), hours: DAY_SHIFT },
    { name: 'Half day', from: assertDate('2023-02-15'), to: assertDate('2023-02-15'), hours: [[480, 720]] },
  ],
};
/** Six days, until late, and one across the clock. */
export const SITE: ShiftCalendar = {
  id: 'site',
  name: 'Site',
  weekly: weekly(
    ...Array.from({ length: 6 }, (): readonly HourSpan[] => [
      [360, 690],
      [750, 1_200],
    ]),
    [],
  ),
  exceptions: [],
};
export const ROUND_THE_CLOCK: ShiftCalendar = {
  id: 'clock',
  name: 'Round the clock',
  weekly: Array.from({ length: 7 }, (): readonly HourSpan[] => [[0, 1_440]]),
  exceptions: [],
};

export const START = minuteOf('2023-01-16T08:00') ?? 0;

export type Choice = {
  readonly units: readonly (typeof DURATION_UNITS)[number][];
  readonly lagUnits: readonly (typeof LAG_UNITS)[number][];
  readonly leastLag: number;
  readonly calendarIds: readonly string[];
  readonly types: readonly (typeof LINK_TYPES)[number][];
};

/** Everything the engine knows. */
export const ANYTHING: Choice = {
  units: DURATION_UNITS,
  lagUnits: LAG_UNITS,
  leastLag: -3,
  calendarIds: ['office', 'site', 'clock'],
  types: LINK_TYPES,
};
/** One calendar, working time, no leads. */
export const PLAIN: Choice = {
  units: ['minutes', 'hours', 'workdays'],
  lagUnits: ['minutes', 'hours', 'workdays'],
  leastLag: 0,
  calendarIds: ['office'],
  types: LINK_TYPES,
};

const AMOUNTS: Partial<Record<string, number>> = {
  minutes: 700,
  hours: 30,
  elapsedMinutes: 4_000,
  elapsedHours: 60,
  percent: 50,
};

const amountOf = (unit: string, factor: number): number => {
  const most = AMOUNTS[unit];
  return most === undefined ? factor : Math.round((most * factor) / 6);
};

type DrawnTask = {
  readonly unit: Task['duration']['unit'];
  readonly factor: number;
  readonly calendarId: string;
};
type DrawnLink = {
  readonly ends: readonly [number, number];
  readonly type: Link['type'];
  readonly unit: NonNullable<Link['lag']>['unit'];
  readonly factor: number;
};
export type Drawn = {
  readonly tasks: readonly DrawnTask[];
  readonly links: readonly DrawnLink[];
  readonly start: number;
};

const taskOf = ({ unit, factor, calendarId }: DrawnTask, place: number): Task => ({
  id: `t${place}`,
  name: `Task ${place}`,
  duration: { amount: amountOf(unit, factor), unit },
  calendarId,
});

const linkOf = ({ ends: [one, other], type, unit, factor }: DrawnLink, tasks: number): Link => {
  const from = one % (tasks - 1);
  const to = from + 1 + (other % (tasks - 1 - from));
  return { from: `t${from}`, to: `t${to}`, type, lag: { amount: amountOf(unit, factor), unit } };
};

/** A network of what was drawn, without dates of its own; links lead from an earlier task to a later one in the list. */
export const networkFrom = ({ tasks, links, start }: Drawn): Network => ({
  calendars: [OFFICE, SITE, ROUND_THE_CLOCK],
  calendarId: 'office',
  minutesPerDay: 480,
  direction: 'forward',
  start: START + start,
  tasks: tasks.map(taskOf),
  links: tasks.length < 2 ? [] : links.map((link) => linkOf(link, tasks.length)),
});
