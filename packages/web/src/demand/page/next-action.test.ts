import type { Demand } from '@xiaoer/domain/demand/state';
import { expect, test } from 'vitest';
import { nextAction, offered } from './next-action.ts';

const handling = (more: object = {}) => ({ status: 'handling', ...more }) as unknown as Demand;
const steps = (...doneAt: readonly (string | undefined)[]) => ({
  plan: { steps: doneAt.map((each) => ({ doneAt: each })) },
});

test('only what the server allows is offered, without what only the program does', () => {
  expect(offered(['AcceptDemand', 'ClimbLadder', 'RegisterDemand'])).toEqual(['AcceptDemand']);
  expect(nextAction(handling(), [])).toEqual({ others: [] });
});

test('contact comes before the plan, the plan before the answer', () => {
  const all = ['SubmitAnswer', 'MakePlan', 'RecordContact', 'AddNote'] as const;
  expect(nextAction(handling(), all).main).toBe('RecordContact');
  expect(nextAction(handling(), ['SubmitAnswer', 'MakePlan']).main).toBe('MakePlan');
  expect(nextAction(handling(steps()), ['SubmitAnswer', 'MakePlan'])).toEqual({
    main: 'SubmitAnswer',
    others: ['MakePlan'],
  });
});

test('open steps come before the answer, done ones do not', () => {
  const both = ['SubmitAnswer', 'CompleteStep'] as const;
  expect(nextAction(handling(steps(undefined)), both).main).toBe('CompleteStep');
  expect(nextAction(handling(steps('2026-03-09')), both).main).toBe('SubmitAnswer');
});

test('notes alone are no main action', () => {
  expect(nextAction(handling(), ['AddNote'])).toEqual({ others: ['AddNote'] });
});
