import type { PersonActor } from '@xiaoer/domain/access/actor';
import { NEAR_DUPLICATE, similarity } from '@xiaoer/domain/suggestion/duplicates';
import type { Tokens } from '@xiaoer/domain/suggestion/features';
import { recurrences } from '@xiaoer/domain/suggestion/recurrence';
import { minutesBetween, type Instant } from '@xiaoer/domain/time/instant';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import type { Cutter } from '../words/cutter.ts';
import { marksOf } from './fingerprint.ts';
import type { DemandItem } from './card.ts';
import { cardIn, ITEM_COLUMNS, itemOf, type ItemRow } from './item.ts';
import { parameterList, visibleTo, type Parameters } from './visible.ts';

export type Duplicate = {
  readonly demand: DemandItem;
  readonly score: number;
  readonly sharedWords: readonly string[];
  readonly recurrence: boolean;
};

export type Asked = {
  readonly actor: PersonActor;
  readonly now: Instant;
  readonly configuration: Configuration;
  readonly cutter: Cutter;
  readonly text: string;
  readonly enterpriseId: string | undefined;
  readonly siteId?: string | undefined;
  readonly category: string | undefined;
};

type TextRow = ItemRow & { readonly text: string; readonly site: string | null };

const CANDIDATES = 200;
/** Of those that are alike, not the same: each identical text is told. */
const MOST_ALIKE = 10;
const DAY_MINUTES = 24 * 60;

const texts = (
  db: ReadDb,
  { actor }: Asked,
  where: (parameters: Parameters) => string,
): Promise<readonly TextRow[]> => {
  const parameters = parameterList([db.scope.tenantId]);
  return db.query<TextRow>(
    `select ${ITEM_COLUMNS}, d.state->'particulars'->>'text' as text, d.state->'particulars'->>'siteId' as site
     from demand d where d.tenant_id = $1 and ${where(parameters)} and ${visibleTo(actor, parameters)}
     order by d.raised_at desc limit ${CANDIDATES}`,
    parameters.values,
  );
};

const likeTexts = async (db: ReadDb, asked: Asked): Promise<readonly TextRow[]> => {
  const found = await db.query<{ demand_id: string }>('select demand_id from like_demands($1, $2)', [
    marksOf(asked.text),
    CANDIDATES,
  ]);
  if (found.length === 0) return [];
  return texts(db, asked, ({ add }) => `d.demand_id = any(${add(found.map((row) => row.demand_id))})`);
};

/** Closed cases of the same enterprise and category. */
const earlierTexts = async (db: ReadDb, asked: Asked): Promise<readonly TextRow[]> => {
  const { enterpriseId, category } = asked;
  if (enterpriseId === undefined || category === undefined) return [];
  return texts(
    db,
    asked,
    ({ add }) =>
      `d.enterprise_id = ${add(enterpriseId)} and d.category = ${add(category)} and d.closed_at is not null`,
  );
};

const likeness = (asked: Asked, tokens: Tokens, rows: readonly TextRow[]): readonly Duplicate[] =>
  rows
    .map((row) => ({ row, ...similarity(tokens, asked.cutter.tokens(row.text)) }))
    .filter(({ score }) => score >= NEAR_DUPLICATE)
    .map(({ row, ...alike }) => {
      const demand = itemOf(asked, row);
      const recurrence = demand.closedAt !== null && row.enterprise_id === asked.enterpriseId;
      return { demand, ...alike, recurrence };
    });

const repeated = (asked: Asked, tokens: Tokens, rows: readonly TextRow[]): readonly Duplicate[] => {
  const { enterpriseId = '', siteId, category = '', now } = asked;
  const byId = new Map<string, TextRow>(rows.map((row) => [cardIn(row).id, row]));
  const closed = [...byId].map(([id, row]) => ({
    id,
    tokens: asked.cutter.tokens(row.text),
    enterprise: row.enterprise_id,
    category,
    ...(row.site !== null && { site: row.site }),
    daysSinceClosed: minutesBetween(cardIn(row).closedAt ?? now, now) / DAY_MINUTES,
  }));
  const occurrence = {
    tokens,
    enterprise: enterpriseId,
    category,
    ...(siteId !== undefined && { site: siteId }),
  };
  return recurrences(occurrence, closed).flatMap(({ id, score, sharedWords }) => {
    const row = byId.get(id);
    const demand = row && itemOf(asked, row);
    return demand === undefined
      ? []
      : [{ demand, score: Math.min(score, 0.999), sharedWords, recurrence: true }];
  });
};

/** Demands the actor may read that are like a text, the likest first: identical, near, and closed cases that recur. */
export const duplicatesOf = async (db: ReadDb, asked: Asked): Promise<readonly Duplicate[]> => {
  const tokens = asked.cutter.tokens(asked.text);
  const near = likeness(asked, tokens, await likeTexts(db, asked));
  const known = new Set(near.map(({ demand }) => demand.id));
  const earlier = repeated(asked, tokens, await earlierTexts(db, asked));
  const found = [...near, ...earlier.filter(({ demand }) => !known.has(demand.id))].sort(
    (one, other) => other.score - one.score || (one.demand.raisedAt < other.demand.raisedAt ? 1 : -1),
  );
  const identical = found.filter(({ score }) => score === 1).length;
  return found.slice(0, identical + MOST_ALIKE);
};
