import type { FieldProblem, Problem } from '@xiaoer/contract/problem';
import { PROBLEMS, type ProblemCode } from '@xiaoer/contract/problems';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

const TYPE_PREFIX = 'urn:xiaoer:problem:';

export type ProblemExtras = Partial<Pick<Problem, 'facts' | 'errors' | 'version' | 'instance'>>;

export const problemOf = (code: ProblemCode, extras: ProblemExtras = {}): Problem => ({
  type: TYPE_PREFIX + code,
  ...PROBLEMS[code],
  code,
  ...extras,
});

/** A cursor that this program did not make, or made for a list in another order. */
export const badCursor = (): Problem =>
  problemOf('request.invalid', { errors: [{ pointer: '/query/cursor', code: 'field.invalid-format' }] });

/** A refused upload, list or link, said as a problem. */
export const problemOfRefusal = ({ code, facts }: Refusal<ProblemCode>): Problem =>
  problemOf(code, { facts: { ...facts } as NonNullable<Problem['facts']> });

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  const isLater = problem.status === 503 || problem.status === 429;
  if (isLater && !reply.hasHeader('retry-after')) void reply.header('retry-after', '2');
  return reply.status(problem.status).type('application/problem+json').send(problem);
};

const factsOf = (issue: z.core.$ZodIssue): FieldProblem['facts'] => {
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys };
  if (issue.code === 'invalid_format') return { format: issue.format };
  return undefined;
};

const codeOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'field.required';
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'field.required';
  return `field.${issue.code.replaceAll('_', '-')}`;
};

/** Turns zod's issues into pointers (RFC 6901) below `root`: `body`, `query` or `params`. */
export const fieldProblems = (root: string, error: z.ZodError): readonly FieldProblem[] =>
  error.issues.map((issue) => {
    const facts = factsOf(issue);
    const pointer = [
      '',
      root,
      ...issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')),
    ];
    return { pointer: pointer.join('/'), code: codeOf(issue), ...(facts && { facts }) };
  });
