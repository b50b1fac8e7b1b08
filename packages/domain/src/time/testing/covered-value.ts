import { invariant } from '../../kernel/invariant.ts';
import type { Covered } from '../work-calendar.ts';

/** For tests on days the calendar covers. */
export const coveredValue = <Value>(answer: Covered<Value>): Value => {
  invariant(answer.ok, `outside the calendar: ${answer.ok ? '' : answer.date}`);
  return answer.value;
};
