import type { visit, visits } from '@xiaoer/contract/visit';
import type { Role } from '@xiaoer/domain/access/role';
import type { AnswerBody } from '../lib/client/call.ts';
import type { Tone } from '../ui/tone.ts';

export type VisitRow = AnswerBody<typeof visits>['items'][number];
export type VisitRecord = AnswerBody<typeof visit>;

export const PROGRESS_TONES = {
  planned: 'soon',
  made: 'done',
  cancelled: 'paused',
} as const satisfies Record<VisitRow['progress'], Tone>;

/** Who is offered to plan and record visits; the server decides. */
export const VISITORS: readonly Role[] = ['officer', 'handler', 'unit-head', 'desk', 'leader', 'guide'];
