import { PROBLEMS, type ProblemCode } from '@xiaoer/contract/problems';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { Problem } from '@xiaoer/contract/problem';
import type { Outcome } from '../execute/outcome.ts';
import type { Written } from '../execute/run-steps.ts';
import { problemOf } from './problem.ts';

const isProblemCode = (code: string): code is ProblemCode => code in PROBLEMS;

/** A refusal that is about one field of the command names it in its facts: it is said at that field. */
const problemOfDecision = (code: ProblemCode, facts: NonNullable<Problem['facts']>): Problem => {
  const { field } = facts;
  if (typeof field !== 'string') return problemOf(code, { facts });
  const pointer = `/body/${field.replaceAll('.', '/')}`;
  return problemOf(code, { facts, errors: [{ pointer, code, facts }] });
};

/** The one place where an outcome of the write path becomes HTTP. */
export const problemOfOutcome = (outcome: Exclude<Outcome, { kind: 'done' }>): Problem => {
  switch (outcome.kind) {
    case 'refused':
      invariant(isProblemCode(outcome.refusal.code), `no problem row for ${outcome.refusal.code}`);
      return problemOfDecision(outcome.refusal.code, {
        ...outcome.refusal.facts,
      } as NonNullable<Problem['facts']>);
    case 'forbidden':
      return problemOf('access.forbidden');
    case 'hidden':
      return problemOf('request.not-found');
    case 'stale':
      return problemOf('request.stale', { version: outcome.version });
    case 'key-reused':
      return problemOf('request.key-reused');
    case 'busy':
      return problemOf('request.busy');
  }
};

/** The answer of a route that ran one command: `{id, version}` with the version as ETag, or the problem. */
export const commandAnswer = (
  outcome: Outcome,
): { body: { id: string; version: number }; version: number } | { problem: Problem } => {
  if (outcome.kind !== 'done') return { problem: problemOfOutcome(outcome) };
  const [first] = outcome.written;
  invariant(first, 'a command writes a stream');
  const { id, version }: Written = first;
  return { body: { id, version }, version };
};
