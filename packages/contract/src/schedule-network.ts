import { minuteOf } from '@xiaoer/domain/schedule/minute';
import {
  DATED_CONSTRAINTS,
  DURATION_UNITS,
  LAG_UNITS,
  LINK_TYPES,
  type Network,
} from '@xiaoer/domain/schedule/network';
import type { HourSpan } from '@xiaoer/domain/time/work-calendar';
import type { DayOfWeek } from '@xiaoer/domain/time/local-date';
import { z } from 'zod';
import { localDate, NAME, text } from './primitives.ts';

const id = text(NAME);
const amount = z.number().finite();

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const clock = z
  .string()
  .regex(CLOCK, 'is no time of day: write HH:mm, at most 24:00')
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

/** `YYYY-MM-DDTHH:mm`, read as minutes of the local clock. */
const minute = z.string().transform((written, context) => {
  const at = minuteOf(written);
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: 'is no moment: write YYYY-MM-DDTHH:mm' });
  return z.NEVER;
});

const hours = z
  .array(z.tuple([clock, clock]))
  .transform((spans) => spans.map(([from, to]): HourSpan => [from, to]));

const dayOfWeek = z
  .int()
  .min(1)
  .max(7)
  .transform((day) => day as DayOfWeek);
const dayOfMonth = z.union([
  z.int().min(1).max(31),
  z.strictObject({
    position: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    weekday: dayOfWeek,
  }),
]);
const every = z.int().min(1);
const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), every }),
  z.strictObject({ kind: z.literal('weekly'), every, weekdays: z.array(dayOfWeek).min(1) }),
  z.strictObject({ kind: z.literal('monthly'), every, on: dayOfMonth }),
  z.strictObject({ kind: z.literal('yearly'), month: z.int().min(1).max(12), on: dayOfMonth }),
]);

const calendar = z.strictObject({
  id,
  name: id,
  weekly: z.array(hours).length(7),
  exceptions: z
    .array(
      z.strictObject({ name: id, from: localDate, to: localDate, hours, recurrence: recurrence.optional() }),
    )
    .default([]),
  coverage: z.strictObject({ from: localDate, to: localDate }).optional(),
});

const duration = z.strictObject({ amount: amount.min(0), unit: z.enum(DURATION_UNITS) });

const constraint = z.union([
  z.strictObject({ kind: z.enum(['asSoonAsPossible', 'asLateAsPossible']) }),
  z.strictObject({ kind: z.enum(DATED_CONSTRAINTS), at: minute }),
]);

const task = z.strictObject({
  id,
  uid: z.int().optional(),
  name: text(NAME).optional(),
  parentId: id.optional(),
  duration: duration.default({ amount: 0, unit: 'minutes' }),
  calendarId: id.optional(),
  constraint: constraint.optional(),
  deadline: minute.optional(),
  actual: z
    .strictObject({
      start: minute,
      finish: minute.optional(),
      percent: z.number().min(0).max(100).optional(),
      remaining: duration.optional(),
    })
    .optional(),
  manual: z.strictObject({ start: minute, finish: minute }).optional(),
});

const link = z.strictObject({
  from: id,
  to: id,
  type: z.enum(LINK_TYPES).default('FS'),
  lag: z.strictObject({ amount, unit: z.enum(LAG_UNITS) }).optional(),
});

/** A plan as a file, docs/schedule-json.md: what the `schedule` command reads. Moments are `YYYY-MM-DDTHH:mm`. */
export const scheduleNetwork = z.strictObject({
  calendars: z.array(calendar).min(1),
  calendarId: id,
  minutesPerDay: z.int().min(1).max(1_440).default(480),
  direction: z.enum(['forward', 'backward']).default('forward'),
  start: minute.optional(),
  target: minute.optional(),
  statusDate: minute.optional(),
  constraintsWin: z.boolean().optional(),
  criticalFloatLimit: z.int().optional(),
  tasks: z.array(task),
  links: z.array(link).default([]),
});
export type ScheduleNetwork = z.output<typeof scheduleNetwork>;

/** The same as the engine reads it: a task without a name goes by its id. */
export const networkOf = (file: ScheduleNetwork): Network => ({
  ...file,
  tasks: file.tasks.map(({ uid: _uid, ...rest }) => ({ ...rest, name: rest.name ?? rest.id })),
});
