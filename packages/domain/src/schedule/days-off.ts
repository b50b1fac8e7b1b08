import { fromDayNumber, dayNumber, dayOfWeekOfNumber, type LocalDate } from '../time/local-date.ts';
import { recursOn } from './recurrence.ts';
import type { ShiftCalendar, ShiftException } from './shift-calendar.ts';

/** Days without working hours that follow each other; named when an exception makes them so, else the week's rest. */
export type DaysOff = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly name?: string;
};

const speaksOf = ({ from, to, recurrence }: ShiftException, day: number): boolean => {
  const first = dayNumber(from);
  if (day < first || day > dayNumber(to)) return false;
  return recurrence === undefined || recursOn(recurrence, first, day);
};

/** The exception that rules a day, by its day number: a dated one before a recurring one. */
export const exceptionOn = ({ exceptions }: ShiftCalendar, day: number): ShiftException | undefined => {
  const ruling = exceptions.filter((exception) => speaksOf(exception, day));
  return ruling.find(({ recurrence }) => recurrence === undefined) ?? ruling[0];
};

const offOn = (calendar: ShiftCalendar, day: number): { readonly name: string | undefined } | undefined => {
  const exception = exceptionOn(calendar, day);
  const hours = exception?.hours ?? calendar.weekly[dayOfWeekOfNumber(day) - 1] ?? [];
  return hours.length > 0 ? undefined : { name: exception?.name };
};

/** The days off from one day to another, both included (day numbers), in runs of one name. */
export const daysOffBetween = (calendar: ShiftCalendar, first: number, last: number): readonly DaysOff[] => {
  const runs: DaysOff[] = [];
  let begun: { readonly day: number; readonly name: string | undefined } | undefined;
  for (let day = first; day <= last + 1; day += 1) {
    const off = day > last ? undefined : offOn(calendar, day);
    if (begun !== undefined && (off === undefined || off.name !== begun.name)) {
      const named = begun.name === undefined ? {} : { name: begun.name };
      runs.push({
        from: fromDayNumber(begun.day),
        to: fromDayNumber(day - 1),
        days: day - begun.day,
        ...named,
      });
      begun = undefined;
    }
    if (off !== undefined) begun ??= { day, name: off.name };
  }
  return runs;
};
