import { ACTIVE_STATUSES, type Outcome } from '../demand/vocabulary.ts';
import { ABOVE_SCALE_TAGS, type EnterpriseTag } from '../enterprise/state.ts';
import type { ProjectState } from '../project/project.ts';
import { PROJECT_STAGES, type ProjectStage } from '../project/project.ts';
import { yearOf, type LocalDate } from '../time/local-date.ts';

/** Whom a count of visited targets is about: the four statistical kinds, specialised firms, little giants, institutes. */
export const VISITED_KINDS: readonly EnterpriseTag[] = [
  ...ABOVE_SCALE_TAGS,
  'specialisedInnovative',
  'littleGiant',
  'institute',
];

/** 结清: closed on an answer that the enterprise itself accepted as the end of the matter. */
export const SETTLED_OUTCOMES: readonly Outcome[] = ['solved', 'explained'];

/** Closed without anybody's judgement: no part of the satisfaction rate. */
export const UNJUDGED_OUTCOMES: readonly Outcome[] = ['withdrawn', 'merged'];

/** Work is owed, so that a due time can be missed. */
export const OWED_STATUSES = ACTIVE_STATUSES;

const before = (stage: ProjectStage, other: ProjectStage): boolean =>
  PROJECT_STAGES.indexOf(stage) < PROJECT_STAGES.indexOf(other);

/** Formalities complete, not yet producing: being sped up. */
export const isSpedUp = ({ standing, papersComplete, stage }: ProjectState): boolean =>
  standing.inLibrary && papersComplete && before(stage, 'trialProduction');

/** Not started, and meant to start within the year of the day. */
export const isPushedToStart = (project: ProjectState, on: LocalDate): boolean => {
  const { standing, papersComplete, stage, startTarget } = project;
  return (
    standing.inLibrary &&
    !papersComplete &&
    before(stage, 'start') &&
    startTarget !== undefined &&
    yearOf(startTarget) === yearOf(on)
  );
};
