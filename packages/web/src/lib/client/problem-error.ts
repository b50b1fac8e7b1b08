import type { Problem } from '@xiaoer/contract/problem';

/** TanStack Query and the router tell success from failure by throwing; this carries the problem through them. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
