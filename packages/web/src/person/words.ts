import type { people, person } from '@xiaoer/contract/person';
import type { AnswerBody } from '../lib/client/call.ts';
import type { Tone } from '../ui/tone.ts';

export type PersonRow = AnswerBody<typeof people>['items'][number];
export type PersonRecord = AnswerBody<typeof person>;

export const STANDING_TONES = {
  active: 'fine',
  deactivated: 'paused',
  erased: 'none',
} as const satisfies Record<PersonRow['standing'], Tone>;
