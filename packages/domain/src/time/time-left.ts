import { dayNumberOf, dueDayNumberOf, type Instant } from './instant.ts';
import type { LimitUnit } from './limits.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workdaysBetweenNumbers } from './workdays.ts';

/**
 * Working days after today until a limit ends, the last one included: 0 on its last day, negative once it is over. Only for
 * limits in working days, and only where the calendar reaches: for others time runs through days off.
 */
export const workingDaysLeft = (
  unit: LimitUnit,
  { now, dueAt }: { readonly now: Instant; readonly dueAt: Instant },
  calendar: WorkCalendar,
): number | undefined => {
  if (unit !== 'workingDays') return undefined;
  const left = workdaysBetweenNumbers(calendar, dayNumberOf(now), dueDayNumberOf(dueAt));
  return left.ok ? left.value : undefined;
};
