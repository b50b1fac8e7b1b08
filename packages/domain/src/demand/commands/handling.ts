import { endOfDay } from '../../time/instant.ts';
import { MOST_FEN, MOST_OPTION_DAYS } from '../bounds.ts';
import {
  futureRefusal,
  holderRefusal,
  numberRefusal,
  pastRefusal,
  personsRefusal,
  referenceRefusal,
  textRefusal,
} from '../checks.ts';
import { defined } from '../defined.ts';
import type { OptionInput } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import { accept, onDemand, refuse, unless, when, type DemandRefusal } from '../rule.ts';
import { internal, outward } from '../texts.ts';
import { ACTIVE_STATUSES, OPEN_STATUSES, STATUSES } from '../vocabulary.ts';
import { repeatedId } from './task-giving.ts';

const FEWEST_OPTIONS = 2;

export const recordContact = onDemand('RecordContact', {
  from: ACTIVE_STATUSES,
  blocked: ({ clocks }) => when(clocks.contact.stoppedAt !== undefined, 'demand.contact-recorded-before'),
  decide: (_, { note }, context) =>
    unless([textRefusal(context, { field: 'note', text: note, kind: 'note' })], () =>
      accept({ type: 'ContactRecorded', note: internal(note) }),
    ),
});

export const makePlan = onDemand('MakePlan', {
  from: ['handling'],
  decide: (_, { summary, steps }, context) =>
    unless(
      [
        textRefusal(context, { field: 'summary', text: summary, kind: 'text' }),
        ...steps.flatMap(({ text, due }, index) => [
          textRefusal(context, { field: `steps.${index}.text`, text, kind: 'note' }),
          pastRefusal(context, `steps.${index}.due`, due),
        ]),
        repeatedId(steps.map(({ stepId }) => stepId)),
      ],
      () =>
        accept({
          type: 'PlanMade',
          summary: outward(summary),
          steps: steps.map(({ stepId, text, due }) => ({
            stepId,
            text: outward(text),
            due,
            dueAt: endOfDay(due),
          })),
        }),
    ),
});

export const completeStep = onDemand('CompleteStep', {
  from: ['handling'],
  blocked: ({ plan }) =>
    when(!(plan?.steps ?? []).some(({ doneAt }) => doneAt === undefined), 'demand.no-open-step'),
  decide: ({ plan }, { stepId, note, proof }, context) => {
    const step = plan?.steps.find((candidate) => candidate.stepId === stepId);
    return unless(
      [
        when(step === undefined, 'demand.step-unknown'),
        when(step?.doneAt !== undefined, 'demand.step-completed-before'),
        textRefusal(context, { field: 'note', text: note, kind: 'note', optional: true }),
      ],
      () => accept({ type: 'StepCompleted', stepId, note: internal(note), proof }),
    );
  },
});

export const recordSiteVisit = onDemand('RecordSiteVisit', {
  from: ACTIVE_STATUSES,
  decide: (_, { visitedOn, personIds, findings, files, visitId }, context) =>
    unless(
      [
        futureRefusal(context, 'visitedOn', visitedOn),
        personsRefusal(context, 'personIds', personIds),
        referenceRefusal('visitId', visitId, context.facts.visitIds),
        textRefusal(context, { field: 'findings', text: findings, kind: 'text' }),
      ],
      () =>
        accept(
          defined({
            type: 'SiteVisited',
            visitedOn,
            personIds,
            findings: internal(findings),
            files,
            visitId,
          }),
        ),
    ),
});

export const formTaskForce = onDemand('FormTaskForce', {
  from: ['handling'],
  decide: (demand, { purpose, leaderId, members }, context) =>
    unless(
      [
        textRefusal(context, { field: 'purpose', text: purpose, kind: 'words' }),
        when(!members.some(({ personId }) => personId === leaderId), 'demand.leader-not-member'),
        ...members.map((member) => holderRefusal(context, member, demand.hiding)),
      ],
      () => accept({ type: 'TaskForceFormed', purpose: outward(purpose), leaderId, members }),
    ),
});

const optionRefusals = (
  context: DemandContext,
  { title, note, costToEnterpriseFen, days }: OptionInput,
  place: string,
): readonly (DemandRefusal | undefined)[] => [
  textRefusal(context, { field: `${place}.title`, text: title, kind: 'title' }),
  textRefusal(context, { field: `${place}.note`, text: note, kind: 'note', optional: true }),
  numberRefusal(`${place}.costToEnterpriseFen`, costToEnterpriseFen, { min: 0, max: MOST_FEN }),
  numberRefusal(`${place}.days`, days, { min: 0, max: MOST_OPTION_DAYS }),
];

export const compareOptions = onDemand('CompareOptions', {
  from: ['handling'],
  decide: (_, { options }, context) =>
    unless(
      [
        when(options.length < FEWEST_OPTIONS, 'demand.options-too-few'),
        repeatedId(options.map(({ optionId }) => optionId)),
        ...options.flatMap((option, index) => optionRefusals(context, option, `options.${index}`)),
      ],
      () =>
        accept({
          type: 'OptionsCompared',
          options: options.map((option) => ({
            ...option,
            title: outward(option.title),
            note: internal(option.note),
          })),
        }),
    ),
});

export const chooseOption = onDemand('ChooseOption', {
  from: ['handling'],
  blocked: ({ comparison }) => when(comparison === undefined, 'demand.no-options'),
  decide: ({ comparison }, { optionId, reason }, context) => {
    const option = comparison?.options.find((candidate) => candidate.optionId === optionId);
    if (option === undefined) return refuse('demand.option-unknown');
    return unless([textRefusal(context, { field: 'reason', text: reason, kind: 'words' })], () =>
      accept({ type: 'OptionChosen', optionId, title: option.title, reason: outward(reason) }),
    );
  },
});

/** For staff only, at any time. */
export const addNote = onDemand('AddNote', {
  from: STATUSES,
  decide: (_, { note, files }, context) =>
    unless([textRefusal(context, { field: 'note', text: note, kind: 'note' })], () =>
      accept({ type: 'NoteAdded', note: internal(note), files }),
    ),
});

/** A word to the asker that is no answer. */
export const tellEnterprise = onDemand('TellEnterprise', {
  from: OPEN_STATUSES,
  decide: (_, { text, files }, context) =>
    unless([textRefusal(context, { field: 'text', text, kind: 'text' })], () =>
      accept({ type: 'EnterpriseTold', text: outward(text), files }),
    ),
});

/** What came of it later: a supply contract after a salon, a loan. Also on a closed demand. */
export const addFollowUp = onDemand('AddFollowUp', {
  from: ['handling', 'referred', 'answered', 'callingBack', 'closed'],
  decide: (_, { kind, on, text, files }, context) =>
    unless(
      [futureRefusal(context, 'on', on), textRefusal(context, { field: 'text', text, kind: 'text' })],
      () => accept({ type: 'FollowUpAdded', kind, on, text: outward(text), files }),
    ),
});
