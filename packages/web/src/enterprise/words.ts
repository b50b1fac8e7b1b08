import type { Role } from '@xiaoer/domain/access/role';
import type { EnterpriseGrowth } from '@xiaoer/domain/enterprise/state';
import type { enterprise, enterprises } from '@xiaoer/contract/enterprise';
import type { AnswerBody } from '../lib/client/call.ts';
import type { Tone } from '../ui/tone.ts';

export type EnterpriseRow = AnswerBody<typeof enterprises>['items'][number];
export type EnterpriseRecord = AnswerBody<typeof enterprise>;

/** Red is kept for overdue: a struggling enterprise asks for attention, it is not late. */
export const GROWTH_TONES = {
  rising: 'fine',
  steady: 'none',
  falling: 'soon',
  struggling: 'soon',
} as const satisfies Record<EnterpriseGrowth, Tone>;

/** Who is offered what; the server decides for this very enterprise. */
export const KEEPERS: readonly Role[] = ['desk', 'officer'];
export const TEAM_MAKERS: readonly Role[] = ['desk'];
export const JUDGES: readonly Role[] = ['desk', 'officer', 'leader'];

export const holdsOneOf = (mine: readonly Role[], roles: readonly Role[]): boolean =>
  mine.some((role) => roles.includes(role));
