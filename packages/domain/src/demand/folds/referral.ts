import { defined, without } from '../defined.ts';
import type { Referred, Registered } from '../state.ts';
import { coreOf, moved, withCore, type Folds } from './fold.ts';

/** Referral to a body outside, and what goes upwards. */
export const referralFolds: Folds<
  | 'DemandReferred'
  | 'OutsideAnswerFiled'
  | 'ReferralRecalled'
  | 'ReportedUpwards'
  | 'InstructionGiven'
  | 'InstructionCarriedOut'
  | 'DemandSeen'
> = {
  DemandReferred: (demand, { referralId, body, letterNumber, dueAt, term }): Referred => ({
    ...without(without(coreOf(demand), 'extensionAsked'), 'lead'),
    status: 'referred',
    owner: demand.firstContact,
    referral: { referralId, body, letterNumber, dueAt },
    clocks: moved(demand.clocks, [term]),
  }),
  OutsideAnswerFiled: (demand, { text, via, answeredOn, files }) =>
    demand.status === 'referred'
      ? {
          ...demand,
          referral: { ...demand.referral, outsideAnswer: { text, via, answeredOn, files } },
        }
      : demand,
  ReferralRecalled: (demand): Registered => ({ ...coreOf(demand), status: 'registered' }),
  ReportedUpwards: (demand, { reportId }) => withCore(demand, { reports: [...demand.reports, reportId] }),
  InstructionGiven: (demand, { instructionId, leaderId, to, dueAt }) =>
    withCore(demand, {
      instructions: [...demand.instructions, defined({ instructionId, leaderId, to, dueAt })],
    }),
  InstructionCarriedOut: (demand, { instructionId, at }) =>
    withCore(demand, {
      instructions: demand.instructions.map((instruction) =>
        instruction.instructionId === instructionId ? { ...instruction, carriedOutAt: at } : instruction,
      ),
    }),
  DemandSeen: (demand, { personId }) => withCore(demand, { seenBy: [...demand.seenBy, personId] }),
};
