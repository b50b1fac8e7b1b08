import type { Asked, Choice } from './field.ts';

const open = <Work extends { readonly doneAt?: unknown }>(works: readonly Work[]): readonly Work[] =>
  works.filter(({ doneAt }) => doneAt === undefined);

/** The steps of the plan that are not done. */
export const openSteps = ({ detail: { demand } }: Asked): readonly Choice[] =>
  open(demand.plan?.steps ?? []).map(({ stepId, text, due }) => ({
    value: stepId,
    label: `${text} · ${due}`,
  }));

/** The tasks that are not done, with their unit. */
export const openTasks = ({ detail: { demand, units } }: Asked): readonly Choice[] =>
  open(demand.tasks).map(({ taskId, to, text, due }) => ({
    value: taskId,
    label: `${units[to.unitId] ?? ''} · ${text} · ${due}`,
  }));

/** What the enterprise still owes us. */
export const openEnterpriseTasks = ({ detail: { demand } }: Asked): readonly Choice[] =>
  open(demand.enterpriseTasks).map(({ taskId, text, due }) => ({ value: taskId, label: `${text} · ${due}` }));

/** The options that were compared. */
export const comparedOptions = ({ detail: { demand } }: Asked): readonly Choice[] =>
  (demand.comparison?.options ?? []).map(({ optionId, title }) => ({ value: optionId, label: title }));

/** Instructions that nobody has carried out. */
export const openInstructions = ({ detail: { demand, people } }: Asked): readonly Choice[] =>
  demand.instructions
    .filter(({ carriedOutAt }) => carriedOutAt === undefined)
    .map(({ instructionId, leaderId, dueAt }) => ({
      value: instructionId,
      label: `${people[leaderId] ?? ''} · ${dueAt.slice(0, 10)}`,
    }));

/** Supervision notices that wait for an answer. */
export const openSupervision = ({ detail: { demand } }: Asked): readonly Choice[] =>
  demand.notices.flatMap((notice) =>
    notice.kind === 'supervision' && notice.answeredAt === undefined
      ? [{ value: notice.noticeId, label: `${notice.number} · ${notice.dueAt.slice(0, 10)}` }]
      : [],
  );

/** Notices whose receipt nobody has confirmed. */
export const unconfirmedNotices = ({ detail: { demand }, word }: Asked): readonly Choice[] =>
  demand.notices
    .filter(({ acknowledged }) => acknowledged === undefined)
    .map((notice) => ({
      value: notice.noticeId,
      label:
        notice.kind === 'ladder'
          ? `${word(`ladder.${notice.step}`)} · ${notice.sentAt.slice(0, 10)}`
          : `${notice.kind === 'supervision' ? notice.number : word('ladder.reminder')} · ${notice.sentAt.slice(0, 10)}`,
    }));

/** The people of the unit that leads. */
export const peopleOfLead = ({ detail: { demand }, directory }: Asked): readonly Choice[] =>
  directory.peopleOf(demand.lead?.unitId ?? demand.owner.unitId);

export const everybody = ({ directory }: Asked): readonly Choice[] => directory.people;

export const leaders = ({ directory }: Asked): readonly Choice[] => directory.leaders;

export const categories = ({ directory }: Asked): readonly Choice[] => directory.categories;

/** The category that the demand stands under, when it was retired since. */
export const retiredCategory = ({ detail, directory }: Asked): Choice | undefined =>
  directory.retiredCategories.find(({ value }) => value === detail.demand.particulars.category);

export const pauseReasons = ({ directory }: Asked): readonly Choice[] => directory.pauseReasons;
