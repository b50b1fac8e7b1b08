import type { DemandFigure } from '@xiaoer/domain/demand/projections/figure-contributions';
import type { FigureDefinition, FigureId } from '@xiaoer/domain/figures/figure';
import { FIGURES, figureValue } from '@xiaoer/domain/figures/figures';
import type { ReadDb } from '../db/transact.ts';
import { countDemandRows, countOtherRows, OTHER_FIGURES, type FigureSpan } from './figure-rows.ts';

export type ComputedFigure = FigureDefinition & {
  readonly from: FigureSpan['from'];
  readonly asOf: FigureSpan['asOf'];
  readonly counted: { readonly numerator: number; readonly denominator: number | null };
  /** How many rows stand behind the figure. */
  readonly rows: number;
  /** Null: a rate of nothing. */
  readonly value: number | null;
};

/** The whole that a figure is a part of, itself a figure. */
const WHOLES: Partial<Record<FigureId, FigureId>> = {
  'demands-own-remit': 'demands-collected',
  'demands-settled': 'demands-own-remit',
  'demands-outside': 'demands-collected',
  'demands-closed': 'demands-collected',
  'demands-solved': 'demands-collected',
  'demands-overdue': 'demands-collected',
};

const RATES: Partial<Record<FigureId, readonly [numerator: DemandFigure, denominator: DemandFigure]>> = {
  'response-rate': ['respondedInTime', 'received'],
  'resolution-rate': ['solved', 'closed'],
  'satisfaction-rate': ['satisfied', 'judged'],
};

/** What the demands raised in the period count for on the day: their changes up to it, added up. */
const sumsOf = async (db: ReadDb, { from, asOf }: FigureSpan): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.query<{ figure: string; n: number }>(
    `select figure, sum(n)::integer as n from figure_delta
     where tenant_id = $1 and raised_on >= $2 and day <= $3 group by figure`,
    [db.scope.tenantId, from, asOf],
  );
  return new Map(rows.map(({ figure, n }) => [figure, n]));
};

const rowCounts = async (db: ReadDb, span: FigureSpan): Promise<Partial<Record<FigureId, number>>> => {
  const counts: Partial<Record<FigureId, number>> = { ...(await countDemandRows(db, span)) };
  for (const figure of OTHER_FIGURES) counts[figure] = await countOtherRows(db, figure, span);
  return counts;
};

/** The first count of a large zone after a start reads from disk what later ones find in memory; a page's 5 s cut it off. */
const PATIENCE = `set local statement_timeout = '60s'`;

/** Every figure of the period as of the day, computed from records. */
export const computeFigures = async (db: ReadDb, span: FigureSpan): Promise<readonly ComputedFigure[]> => {
  await db.query(PATIENCE);
  const counts = await rowCounts(db, span);
  const sums = await sumsOf(db, span);
  const countedOf = ({ id }: FigureDefinition): ComputedFigure['counted'] => {
    const rate = RATES[id];
    const whole = WHOLES[id];
    return rate === undefined
      ? { numerator: counts[id] ?? 0, denominator: whole === undefined ? null : (counts[whole] ?? 0) }
      : { numerator: sums.get(rate[0]) ?? 0, denominator: sums.get(rate[1]) ?? 0 };
  };
  return FIGURES.map((figure) => {
    const counted = countedOf(figure);
    return { ...figure, ...span, counted, rows: counts[figure.id] ?? 0, value: figureValue(figure, counted) };
  });
};
