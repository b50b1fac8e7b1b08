import { instantAt, type Instant } from '@xiaoer/domain/time/instant';
import { addDays, assertDate } from '@xiaoer/domain/time/local-date';
import { FREEZE_DATE } from './moments.ts';

const ON_DUTY = ['clerkOne', 'clerkTwo', 'clerkThree', 'clerkFour'] as const;
const FIRST_FRIDAY = assertDate('2022-05-27');
const CHANGE_OF_DUTY = 18 * 60;

export type WeekOfDuty = { readonly clerk: string; readonly from: Instant; readonly to: Instant };

/** The clerk on duty at the desk each week, from Friday evening to Friday evening (filled in). */
export const weeksOfDuty = (): readonly WeekOfDuty[] => {
  const weeks: WeekOfDuty[] = [];
  for (let day = FIRST_FRIDAY; day <= FREEZE_DATE; day = addDays(day, 7)) {
    const clerk = ON_DUTY[weeks.length % ON_DUTY.length] ?? ON_DUTY[0];
    weeks.push({
      clerk,
      from: instantAt(day, CHANGE_OF_DUTY),
      to: instantAt(addDays(day, 7), CHANGE_OF_DUTY),
    });
  }
  return weeks;
};

export const clerkOnDuty = (at: Instant): string =>
  weeksOfDuty().find(({ from, to }) => from <= at && at < to)?.clerk ?? ON_DUTY[0];
