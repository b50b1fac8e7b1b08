import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Typed } from '../execute/store.ts';

/** One dated command of a scenario's story, as a person's click would send it. */
export type StoryStep = {
  readonly at: Instant;
  /**
   * `founder`: before anybody has a role, while the zone is set up. `oneTimeLink`: a body without an account, for whose
   * link the server vouches.
   */
  readonly by: PersonId | 'founder' | 'oneTimeLink';
  readonly aggregate: string;
  readonly id: string;
  readonly command: Typed;
  /** Steps with the same word, one after another, are one list: all or nothing, as an import is. */
  readonly together?: string;
  /** The story tells of a command that was refused, and why. Anything else than this refusal is a mistake. */
  readonly refusedWith?: string;
};

const MOST_TOGETHER = 60;

/** The story's steps in the lists in which they are sent. */
export const sentTogether = (steps: readonly StoryStep[]): readonly (readonly StoryStep[])[] => {
  const lists: StoryStep[][] = [];
  for (const step of steps) {
    const last = lists.at(-1);
    const joins = step.together !== undefined && last?.[0]?.together === step.together;
    if (joins && last !== undefined && last.length < MOST_TOGETHER) last.push(step);
    else lists.push([step]);
  }
  return lists;
};
