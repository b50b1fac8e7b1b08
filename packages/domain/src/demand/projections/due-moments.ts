import { addMinutes, type Instant } from '../../time/instant.ts';
import type { DemandCommand } from '../commands.ts';
import { stepsAhead, type LadderContext, type PromiseStep } from '../ladder.ts';
import type { NoticeId } from '../parts.ts';
import type { Demand } from '../state.ts';
import { workItems, type WorkItem, type WorkKind } from './work-items.ts';

/** One due row. `step` is its key within the demand; the same key with another moment replaces the row. */
export type DueMoment = { readonly step: string; readonly dueAt: Instant } & (
  | { readonly kind: 'ladder'; readonly ladder: PromiseStep }
  /** Steps of the ladder fall beyond the days that the calendar knew: they are looked for again. */
  | { readonly kind: 'ladderBeyond' }
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

/** The key of the moment at which the calendar is asked again. */
export const LADDER_BEYOND = 'ladderBeyond';

/** What the ladder asks of the clock: its steps, and to be asked again where the calendar ends before it. */
const ladderOf = (demand: Demand, context: LadderContext): readonly DueMoment[] => {
  const { steps, beyond } = stepsAhead(demand, context);
  return [
    ...steps.map(ladderMoment),
    ...(beyond === undefined ? [] : [{ kind: 'ladderBeyond', step: LADDER_BEYOND, dueAt: beyond } as const]),
  ];
};

/** How long to wait when the calendar still ends before the ladder does. */
const AGAIN_MINUTES = 24 * 60;

/** The ladder as the calendar knows it by now, in place of `ladderBeyond` whose time has come. */
export const ladderAgain = (demand: Demand, context: LadderContext, now: Instant): readonly DueMoment[] =>
  ladderOf(demand, context).map((moment) =>
    moment.kind === 'ladderBeyond' && moment.dueAt <= now
      ? { ...moment, dueAt: addMinutes(now, AGAIN_MINUTES) }
      : moment,
  );

/** Every moment at which something is to happen to the demand by itself, computed anew after each command. */
export const dueMoments = (demand: Demand, context: LadderContext): readonly DueMoment[] => {
  return [
    ...ladderOf(demand, context),
    ...(demand.status === 'answered'
      ? [{ kind: 'noVerdict', step: 'noVerdict', dueAt: demand.verdictDueAt } as const]
      : []),
    ...(demand.status !== 'closed' && demand.pause !== undefined
      ? [{ kind: 'pauseCap', step: `pauseCap:${demand.pause.pauseId}`, dueAt: demand.pause.capAt } as const]
      : []),
    ...workMoments(demand),
  ];
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
    case 'ladderBeyond':
    case 'work':
      return undefined;
  }
};
