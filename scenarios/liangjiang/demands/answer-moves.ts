import type { AnswerInput, DemandCommand } from '@xiaoer/domain/demand/commands';
import { byHandler, byHead, daysOn } from './parts.ts';
import type { Move } from './scene.ts';

const submitting = (answer: Omit<AnswerInput, 'conditions' | 'files'>): DemandCommand => ({
  type: 'SubmitAnswer',
  answer: { ...answer, conditions: [], files: [] },
});

/** Answers of the lead unit: the handler submits, the head approves; a head's own answer needs nobody. */
export const answerMoves = {
  submitSolved: {
    by: byHandler,
    command: ({ words }) => submitting({ conclusion: 'solved', text: words.answer }),
  },
  submitTooEarly: {
    by: byHandler,
    command: ({ words }) => submitting({ conclusion: 'solved', text: words.answer }),
    refusedWith: 'demand.tasks-open',
  },
  submitExplained: {
    by: byHandler,
    command: ({ words }) => submitting({ conclusion: 'explained', text: words.answer }),
  },
  submitPartly: {
    by: byHandler,
    command: ({ words }) => submitting({ conclusion: 'partlySolved', text: words.partly }),
  },
  submitLacking: {
    by: byHandler,
    command: ({ words }, standing) =>
      submitting({
        conclusion: 'conditionsLacking',
        text: words.lacking,
        reviewOn: daysOn(standing, 90),
      }),
  },
  submitLackingSoon: {
    by: byHandler,
    command: ({ words }, standing) =>
      submitting({
        conclusion: 'conditionsLacking',
        text: words.lacking,
        reviewOn: daysOn(standing, 21),
      }),
  },
  headAnswers: {
    by: byHead,
    command: ({ words }) => submitting({ conclusion: 'solved', text: words.answer }),
  },
  approve: { by: byHead, command: () => ({ type: 'ApproveAnswer' }) },
  returnAnswer: {
    by: byHead,
    command: () => ({ type: 'ReturnAnswer', reason: '答复没有写明完成时间和联系人，请补充' }),
  },
} as const satisfies Readonly<Record<string, Move>>;
