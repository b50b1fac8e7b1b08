import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Typed } from '../execute/store.ts';

/** One dated command of a scenario's story, as a person's click would send it. */
export type StoryStep = {
  readonly at: Instant;
  /** `founder`: before anybody has a role, while the zone is set up. */
  readonly by: PersonId | 'founder';
  readonly aggregate: string;
  readonly id: string;
  readonly command: Typed;
  /** The story tells of a command that was refused, and why. Anything else than this refusal is a mistake. */
  readonly refusedWith?: string;
};
