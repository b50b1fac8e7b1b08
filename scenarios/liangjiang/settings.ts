import { DEFAULT_SETTINGS } from '@xiaoer/domain/settings/defaults';
import type { SettingValues } from '@xiaoer/domain/settings/state';
import type { LadderPolicy } from '@xiaoer/domain/time/ladder';
import type { Limit } from '@xiaoer/domain/time/limits';

const workdays = (amount: number): Limit => ({
  unit: 'workingDays',
  amount,
  start: 'nextDay',
  rollForward: false,
});
const AT_ONCE: Limit = { unit: 'naturalMinutes', amount: 0, start: 'immediately', rollForward: false };

const CONTACT_LADDER: LadderPolicy = {
  steps: [
    {
      step: 'reminder',
      at: { kind: 'afterDue', limit: AT_ONCE },
      recipients: ['responsible', 'desk'],
    },
  ],
};

const SETTLE_LADDER: LadderPolicy = {
  steps: [
    { step: 'notice', at: { kind: 'usedFraction', fraction: 0.8 }, recipients: ['responsible'] },
    { step: 'reminder', at: { kind: 'afterDue', limit: AT_ONCE }, recipients: ['responsible', 'unitHead'] },
    {
      step: 'supervisionNotice',
      at: { kind: 'afterDue', limit: workdays(2) },
      recipients: ['unitHead', 'inspector', 'desk'],
    },
    { step: 'leader', at: { kind: 'afterDue', limit: workdays(5) }, recipients: ['leader'] },
    { step: 'bulletin', at: { kind: 'afterDue', limit: workdays(10) }, recipients: ['leader', 'inspector'] },
  ],
};

/** Limits, ladder and verdict rules of the zone (filled in: the report names none). */
export const SETTINGS: SettingValues = {
  ...DEFAULT_SETTINGS,
  answerApproval: true,
  verdictLimit: workdays(3),
  callBackLimit: workdays(3),
  returnVisit: { delay: workdays(15), kind: 'phone' },
  ladders: { contact: CONTACT_LADDER, plan: { steps: [] }, settle: SETTLE_LADDER },
  onTheSpotCategories: ['policy', 'lifeServices', 'recruitment', 'finance'],
};
