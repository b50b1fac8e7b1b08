import { cursorOf, positionOf, type Position } from './cursor.ts';

/** One page out of `limit + 1` rows, with the cursor of the page after it. */
export const pageOfRows = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, position }: { readonly item: (row: Row) => Item; readonly position: (row: Row) => Position },
): { items: Item[]; next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: page.map(item), next: more ? cursorOf(position(last)) : null };
};

/** Where the page begins that a query asks for; undefined: at the start. */
export const positionIn = ({ cursor }: { readonly cursor?: string | undefined }): Position | undefined =>
  cursor === undefined ? undefined : positionOf(cursor);
