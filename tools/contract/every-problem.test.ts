import { problem, type Problem } from '@xiaoer/contract/problem';
import { DOMAIN_REFUSALS, PROBLEMS, type ProblemCode } from '@xiaoer/contract/problems';
import { ROUTES } from '@xiaoer/contract/routes';
import { problemOfOutcome } from '@xiaoer/server/http/command-answer';
import { problemOf, sendProblem } from '@xiaoer/server/http/problem';
import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const REFUSALS: ReadonlySet<string> = new Set(DOMAIN_REFUSALS);

/** A refusal of the domain goes through the write path's own answer; with a field in its facts where asked. */
const said = (code: ProblemCode, field?: string): Problem =>
  REFUSALS.has(code)
    ? problemOfOutcome({
        kind: 'refused',
        index: 0,
        refusal: { code, facts: { limit: 200, ...(field !== undefined && { field }) } },
      })
    : problemOf(code);

const app = fastify();
app.get('/:code', async (request, reply) => {
  const { code } = request.params as { code: ProblemCode };
  return sendProblem(reply, said(code, (request.query as { field?: string }).field));
});
afterAll(() => app.close());

describe('every problem that somebody may be answered with', () => {
  it.each(CODES)('%s comes as problem+json of its status and title', async (code) => {
    const answer = await app.inject(`/${code}`);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const body = problem.parse(answer.json());
    expect(body).toMatchObject({ code, type: `urn:xiaoer:problem:${code}`, ...PROBLEMS[code] });
    expect(answer.statusCode).toBe(body.status);
    expect(body.status).toBeGreaterThanOrEqual(400);
  });

  it.each(DOMAIN_REFUSALS)('%s stands at the field it is about', async (code) => {
    const { errors } = problem.parse((await app.inject(`/${code}?field=site.name`)).json());
    expect(errors).toMatchObject([{ pointer: '/body/site/name', code }]);
  });

  it('is declared by a route, if it is the domain’s', () => {
    const declared = new Set<string>(ROUTES.flatMap(({ problems }) => problems));
    expect(DOMAIN_REFUSALS.filter((code) => !declared.has(code))).toEqual([]);
  });
});
