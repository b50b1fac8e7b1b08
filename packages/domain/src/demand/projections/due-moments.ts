import type { Instant } from '../../time/instant.ts';
import { covered, type Covered } from '../../time/work-calendar.ts';
import type { DemandCommand } from '../commands.ts';
import { stepsAhead, type LadderContext, type PromiseStep } from '../ladder.ts';
import type { NoticeId } from '../parts.ts';
import type { Demand } from '../state.ts';
import { workItems, type WorkItem, type WorkKind } from './work-items.ts';

/** One due row. `step` is its key within the demand; the same key with another moment replaces the row. */
export type DueMoment = { readonly step: string; readonly dueAt: Instant } & (
  | { readonly kind: 'ladder'; readonly ladder: PromiseStep }
  | { readonly kind: 'noVerdict' }
  | { readonly kind: 'pauseCap' }
  | { readonly kind: 'work'; readonly work: WorkItem }
);

/** Promises climb the ladder; the rest is announced to whoever owes it when its time comes. */
const ON_THE_LADDER: readonly WorkKind[] = ['contact', 'plan', 'settle', 'verdict'];

const workMoments = (demand: Demand): readonly DueMoment[] =>
  workItems(demand).flatMap((work) =>
    work.dueAt === undefined || ON_THE_LADDER.includes(work.kind)
      ? []
      : [{ kind: 'work', step: [work.kind, work.id].filter(Boolean).join(':'), dueAt: work.dueAt, work }],
  );

const ladderMoment = (ladder: PromiseStep): DueMoment => ({
  kind: 'ladder',
  step: `ladder:${ladder.promise}:${ladder.step}:${ladder.dueAt}`,
  dueAt: ladder.at,
  ladder,
});

/** Every moment at which something is to happen to the demand by itself, computed anew after each command. */
export const dueMoments = (demand: Demand, context: LadderContext): Covered<readonly DueMoment[]> => {
  const ladder = stepsAhead(demand, context);
  if (!ladder.ok) return ladder;
  return covered([
    ...ladder.value.map(ladderMoment),
    ...(demand.status === 'answered'
      ? [{ kind: 'noVerdict', step: 'noVerdict', dueAt: demand.verdictDueAt } as const]
      : []),
    ...(demand.status !== 'closed' && demand.pause !== undefined
      ? [{ kind: 'pauseCap', step: `pauseCap:${demand.pause.pauseId}`, dueAt: demand.pause.capAt } as const]
      : []),
    ...workMoments(demand),
  ]);
};

/** What the program does when a moment has come; undefined when it only tells whoever owes the work. */
export const commandAt = (moment: DueMoment, noticeId: NoticeId): DemandCommand | undefined => {
  switch (moment.kind) {
    case 'ladder': {
      const { step, promise, dueAt } = moment.ladder;
      return { type: 'ClimbLadder', noticeId, step, promise, dueAt };
    }
    case 'noVerdict':
      return { type: 'OpenCallBack' };
    case 'pauseCap':
      return { type: 'ResumeClock', note: '' };
    case 'work':
      return undefined;
  }
};
