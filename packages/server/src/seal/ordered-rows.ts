import type pg from 'pg';

/** What checks read with: one open transaction that sees every tenant. */
export type Querying = {
  readonly query: <Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
};

/** Queries one after the other on a single connection, also when several are asked for at once. */
export const queryingOn = (client: pg.ClientBase): Querying => {
  let before: Promise<unknown> = Promise.resolve();
  return {
    query: (text, values = []) => {
      const answer = before.then(async () => (await client.query(text, [...values])).rows);
      before = answer.catch(() => undefined);
      return answer;
    },
  };
};

/** Rows in the order of their query, one in hand, memory for two pages whatever their number. */
export type OrderedRows<Row> = {
  readonly head: () => Row | undefined;
  /** Steps to the next row; a promise only when the next page must be waited for. */
  readonly advance: () => Promise<void> | undefined;
};

export type RowQuery = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly pageRows?: number;
};

let opened = 0;

/** Opens a cursor on a query. The next page is under way while the present one is read. */
export const orderedRows = async <Row extends pg.QueryResultRow>(
  db: Querying,
  { text, values, pageRows = 1_000 }: RowQuery,
): Promise<OrderedRows<Row>> => {
  const cursor = `ordered_rows_${(opened += 1)}`;
  await db.query(`declare ${cursor} no scroll cursor for ${text}`, values);
  const fetchPage = async (): Promise<readonly Row[]> => {
    const page = await db.query<Row>(`fetch ${pageRows} from ${cursor}`);
    if (page.length < pageRows) await db.query(`close ${cursor}`);
    return page;
  };
  const prefetch = (after: readonly Row[]): Promise<readonly Row[]> => {
    const next = after.length < pageRows ? Promise.resolve([]) : fetchPage();
    // Whoever turns the page meets the failure; until then it must not count as unhandled.
    next.catch(() => undefined);
    return next;
  };
  let page = await fetchPage();
  let next = prefetch(page);
  let index = 0;
  const turn = async (): Promise<void> => {
    page = await next;
    next = prefetch(page);
    index = 0;
  };
  return {
    head: () => page[index],
    advance: () => {
      index += 1;
      return index < page.length || page.length < pageRows ? undefined : turn();
    },
  };
};
