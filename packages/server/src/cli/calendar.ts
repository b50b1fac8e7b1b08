import { calendarDays } from '@xiaoer/domain/time/calendar-days';
import { daysBetween, localDate, type LocalDate } from '@xiaoer/domain/time/local-date';
import { DEPARTMENTS_CALENDAR } from '../../../../templates/calendars/china.ts';
import type { CommandCall } from './command-call.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';

const dayOf = (word: string | undefined): LocalDate => {
  const date = word === undefined ? undefined : localDate(word);
  if (date === undefined) throw new OperatorError(`${word} is not a day. Write it as YYYY-MM-DD.`);
  return date;
};

/** `calendar FROM TO [--json]` on the state's calendar, before a zone's own changes. */
export async function run({ args, usage }: CommandCall): Promise<number> {
  const { positionals, values } = parseWords(args, {
    usage,
    words: 2,
    options: { json: { type: 'boolean' } },
  });
  const [from, to] = [dayOf(positionals[0]), dayOf(positionals[1])];
  if (daysBetween(from, to) < 0) throw new OperatorError(`${from} is after ${to}.`);
  const days = calendarDays(DEPARTMENTS_CALENDAR, from, to);
  if (!days.ok) {
    const { coverage } = DEPARTMENTS_CALENDAR;
    throw new OperatorError(
      `The calendar does not know ${days.date}: it covers ${coverage.from} to ${coverage.to}.`,
    );
  }
  console.log(
    values.json
      ? JSON.stringify(days.value)
      : days.value
          .map(
            ({ date, workday, source }) => `${date}  ${workday ? 'working day' : 'day off    '}  ${source}`,
          )
          .join('\n'),
  );
  return 0;
}
