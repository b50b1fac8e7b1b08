import { judgeOf, type Judge } from '@xiaoer/domain/suggestion/model';
import { opened, type StoredModel } from '@xiaoer/domain/suggestion/stored-model';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { ReadDb, Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import { ASPECTS, type Aspect, type LearnedModels } from './aspects.ts';

export type Judges = Readonly<Partial<Record<Aspect, Judge>>>;

type Learned = { readonly trainedAt: Instant; readonly ownRows: number };

/** When the tenant's models were trained, and on how many of its own demands; undefined before the first time. */
export const lastTraining = async (db: ReadDb | Tx): Promise<Learned | undefined> => {
  const [row] = await db.query<{ trained_at: Instant; own_rows: number }>(
    'select trained_at, own_rows from suggestion_model where tenant_id = $1 limit 1',
    [db.scope.tenantId],
  );
  return row && { trainedAt: row.trained_at, ownRows: row.own_rows };
};

/** The tenant's models anew; an aspect that could not be learned goes. */
export const modelWrites = (
  tenantId: number,
  models: LearnedModels,
  { trainedAt, ownRows }: Learned,
): readonly Write[] => {
  const key = ['tenant_id', 'aspect'];
  const lost = ASPECTS.filter((aspect) => models[aspect] === undefined);
  const kept = ASPECTS.filter((aspect) => models[aspect] !== undefined);
  return [
    {
      table: 'suggestion_model',
      remove: lost.map((aspect) => ({ tenant_id: tenantId, aspect })),
      key,
    },
    {
      table: 'suggestion_model',
      upsert: kept.map((aspect) => ({
        tenant_id: tenantId,
        aspect,
        trained_at: trainedAt,
        own_rows: ownRows,
        model: models[aspect],
      })),
      key,
    },
  ];
};

/** Some megabytes each: only the tenants used last are kept ready. */
const MOST_TENANTS = 4;

/** Reads models through a small cache that every use checks against the table. */
export const judgesReader = () => {
  const cache = new Map<number, { readonly trainedAt: Instant; readonly judges: Judges }>();
  return async (db: ReadDb): Promise<Judges | undefined> => {
    const { tenantId } = db.scope;
    const last = await lastTraining(db);
    if (last === undefined) return undefined;
    const known = cache.get(tenantId);
    cache.delete(tenantId);
    const judges = known?.trainedAt === last.trainedAt ? known.judges : await readJudges(db);
    cache.set(tenantId, { trainedAt: last.trainedAt, judges });
    for (const [oldest] of cache) if (cache.size > MOST_TENANTS) cache.delete(oldest);
    return judges;
  };
};

const readJudges = async (db: ReadDb): Promise<Judges> => {
  const rows = await db.query<{ aspect: Aspect; model: StoredModel }>(
    'select aspect, model from suggestion_model where tenant_id = $1',
    [db.scope.tenantId],
  );
  return Object.fromEntries(rows.map(({ aspect, model }) => [aspect, judgeOf(opened(model))]));
};
