import { figureRows as figureRowsRoute, figures as figuresRoute } from '@xiaoer/contract/figures';
import type { Actor, PersonActor } from '@xiaoer/domain/access/actor';
import { figureOf } from '@xiaoer/domain/figures/figures';
import { may } from '@xiaoer/domain/permissions';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { assertDate, type LocalDate } from '@xiaoer/domain/time/local-date';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { read } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve, type ServeDeps } from '../http/serve.ts';
import { computeFigures, type ComputedFigure } from './compute-figures.ts';
import { recentFigures } from './recent-figures.ts';
import { figureRows, type FigureSpan, type SeesDemand } from './figure-rows.ts';

export type FigureRouteDeps = ServeDeps & {
  readonly pool: Pool;
  /** Of the rows behind a figure, whose titles an actor may read. */
  readonly seesDemand: (actor: PersonActor, ...parameters: Parameters<SeesDemand>) => string;
};

type Asked = { readonly from?: LocalDate | undefined; readonly asOf?: LocalDate | undefined };

const spanOf = ({ from, asOf }: Asked, now: Instant): FigureSpan => {
  const day = asOf ?? dateOf(now);
  return { from: from ?? assertDate(`${day.slice(0, 4)}-01-01`), asOf: day };
};

const shown = ({ counted, numerator, denominator, exclusions, ...figure }: ComputedFigure) => ({
  ...figure,
  exclusions: [...exclusions],
  numerator: { ...numerator, value: counted.numerator },
  denominator: denominator === undefined ? null : { ...denominator, value: counted.denominator },
});

const NOT_FOUND = { problem: problemOf('request.not-found') };

const mayRead = (actor: Actor): boolean => may(actor, 'figures.read', undefined) === 'allowed';

/** Figures for whoever does the zone's business; administrators and contacts of enterprises are told of none. */
export const figureRoutes = (app: FastifyInstance, deps: FigureRouteDeps): void => {
  const recent = recentFigures();
  serve(app, { deps, route: figuresRoute }, async ({ actor, scope, query, now }) => {
    if (!mayRead(actor)) return NOT_FOUND;
    const span = spanOf(query, now);
    const { computedAt, figures } = await recent(scope.tenantId, span, async () => ({
      computedAt: now,
      figures: await read(deps.pool, scope, (db) => computeFigures(db, span)),
    }));
    return { body: { computedAt, figures: figures.map(shown) } };
  });
  serve(app, { deps, route: figureRowsRoute }, async ({ actor, scope, params, query, now }) => {
    const figure = figureOf(params.id);
    if (!mayRead(actor) || figure === undefined) return NOT_FOUND;
    const sees: SeesDemand = (parameters) => deps.seesDemand(actor, parameters);
    const asked = { figure: figure.id, span: spanOf(query, now), sees };
    const rows = await read(deps.pool, scope, (db) => figureRows(db, asked, query));
    return { body: { subject: figure.subject, rows: [...rows] } };
  });
};
