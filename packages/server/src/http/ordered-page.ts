import type { Conditions } from '../db/conditions.ts';
import type { ReadDb } from '../db/transact.ts';
import { cursorOf } from './cursor.ts';
import { positionIn } from './page.ts';

/** What orders rows, never null, and its SQL type. Texts by their beginning: a cursor has to carry them. */
export type Ordering = { readonly by: string; readonly cast: 'text' | 'date' | 'integer' | 'uuid' };

/** Orders by a word's place among all of its kind. */
export const inOrderOf = (words: readonly string[], column: string): Ordering => ({
  by: `coalesce(array_position(array[${words.map((word) => `'${word}'`).join(',')}], ${column}), 0)`,
  cast: 'integer',
});

/** Orders by a text as dictionaries do. */
export const asWritten = (column: string): Ordering => ({
  by: `left(${column}, 40) collate "zh-x-icu"`,
  cast: 'text',
});

type Query<Sort extends string> = {
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
  readonly count?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

type Source<Sort extends string> = {
  readonly query: Query<Sort>;
  readonly columns: string;
  /** Tables that the conditions speak of. */
  readonly from: string;
  readonly id: string;
  readonly orderings: Readonly<Record<Sort, Ordering>>;
};

const totalOf = async (db: ReadDb, from: string, found: Conditions): Promise<number> => {
  const [row] = await db.query<{ total: number }>(
    `select count(*) as total from ${from} where ${found.where()}`,
    [...found.values],
  );
  return row?.total ?? 0;
};

/** One page in the order that was asked for, with the cursor of the page after it and, on the first, the total. */
export const orderedPage = async <Row extends object, Sort extends string>(
  db: ReadDb,
  found: Conditions,
  { query, columns, from, id, orderings }: Source<Sort>,
): Promise<{ rows: readonly Row[]; next: string | null; total: number | null }> => {
  const { order, limit, cursor, count } = query;
  const { by, cast } = orderings[query.sort];
  const total = count === true && cursor === undefined ? await totalOf(db, from, found) : null;
  found.after(positionIn(query), { sort: by, id, cast, order });
  const rows = await db.query<Row & { readonly at: readonly [string, string] }>(
    `select ${columns}, array[(${by})::text, ${id}::text] as at from ${from} where ${found.where()}
     order by ${by} ${order}, ${id} ${order} limit ${limit + 1}`,
    found.values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? cursorOf([...last.at]) : null, total };
};
