import { endOfDay } from '../../time/instant.ts';
import { holderRefusal, pastRefusal, referenceRefusal, textRefusal } from '../checks.ts';
import { defined } from '../defined.ts';
import { accept, onDemand, unless, when } from '../rule.ts';
import type { DemandCore } from '../state.ts';
import { internal } from '../texts.ts';
import { ACTIVE_STATUSES } from '../vocabulary.ts';
import { repeatedId } from './task-giving.ts';

const openInstructions = ({ instructions }: DemandCore) =>
  instructions.filter(({ carriedOutAt }) => carriedOutAt === undefined);

/** 请示: a matter above us. */
export const reportUpwards = onDemand('ReportUpwards', {
  from: ACTIVE_STATUSES,
  decide: ({ reports }, { reportId, to, text }, context) =>
    unless(
      [
        textRefusal(context, { field: 'to', text: to, kind: 'title' }),
        textRefusal(context, { field: 'text', text, kind: 'text' }),
        repeatedId([...reports, reportId]),
      ],
      () => accept({ type: 'ReportedUpwards', reportId, to: internal(to), text: internal(text) }),
    ),
});

/** 批示: on a report, or of the leader's own accord. */
export const giveInstruction = onDemand('GiveInstruction', {
  from: ACTIVE_STATUSES,
  decide: (demand, command, context) => {
    const { instructionId, reportId, leaderId, to, text, documentNumber, due } = command;
    const checks = [
      referenceRefusal('leaderId', leaderId, Object.keys(context.facts.unitsOfPerson)),
      textRefusal(context, { field: 'text', text, kind: 'text' }),
      textRefusal(context, { field: 'documentNumber', text: documentNumber, kind: 'number', optional: true }),
      pastRefusal(context, 'due', due),
      when(reportId !== undefined && !demand.reports.includes(reportId), 'demand.report-unknown'),
      to === undefined ? undefined : holderRefusal(context, to, demand.hiding),
      repeatedId([...demand.instructions.map((given) => given.instructionId), instructionId]),
    ];
    return unless(checks, () =>
      accept(
        defined({
          type: 'InstructionGiven',
          instructionId,
          reportId,
          leaderId,
          to,
          text: internal(text),
          documentNumber,
          due,
          dueAt: endOfDay(due),
        }),
      ),
    );
  },
});

export const carryOutInstruction = onDemand('CarryOutInstruction', {
  from: ACTIVE_STATUSES,
  blocked: (demand) => when(openInstructions(demand).length === 0, 'demand.no-open-instruction'),
  decide: (demand, { instructionId, note, proof }, context) =>
    unless(
      [
        when(
          !openInstructions(demand).some((open) => open.instructionId === instructionId),
          'demand.instruction-unknown',
        ),
        textRefusal(context, { field: 'note', text: note, kind: 'note' }),
      ],
      () => accept({ type: 'InstructionCarriedOut', instructionId, note: internal(note), proof }),
    ),
});
