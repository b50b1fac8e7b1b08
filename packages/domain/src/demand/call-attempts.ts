import { dateOf } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import { covered, type Covered } from '../time/work-calendar.ts';
import { nextWorkday, workdayOnOrAfter } from '../time/workdays.ts';
import type { DemandContext } from './context.ts';
import type { CallingBack } from './state.ts';

type Attempted = Pick<CallingBack, 'attemptedAt'>;
type At = Pick<DemandContext, 'now' | 'calendars'>;

/** Whether the working day is not over for which the last attempt counts; a day off belongs to the working day after it. */
export const isAttemptedToday = ({ attemptedAt }: Attempted, { now, calendars }: At): Covered<boolean> => {
  if (attemptedAt === undefined) return covered(false);
  const day = workdayOnOrAfter(calendars.officer, dateOf(attemptedAt));
  return day.ok ? covered(dateOf(now) <= day.value) : day;
};

/** With how many more calls that nobody answers the demand is closed as unreachable; at least with the next one. */
export const attemptsLeft = (
  { attempts }: Pick<CallingBack, 'attempts'>,
  { callBackAttempts }: Pick<DemandContext['settings'], 'callBackAttempts'>,
): number => Math.max(1, callBackAttempts - attempts);

/** The working day from which another call that nobody answers counts; none while one counts today. */
export const nextAttemptOn = (demand: Attempted, at: At): LocalDate | undefined => {
  const today = isAttemptedToday(demand, at);
  if (!today.ok || !today.value) return undefined;
  const day = workdayOnOrAfter(at.calendars.officer, dateOf(at.now));
  const next = day.ok ? nextWorkday(at.calendars.officer, day.value) : day;
  return next.ok ? next.value : undefined;
};
