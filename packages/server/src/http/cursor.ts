import { z } from 'zod';

const position = z.tuple([z.string().max(64), z.guid()]);

/** Where a page ended: the sort value and the id of its last row. */
export type Position = z.output<typeof position>;

export const cursorOf = (at: Position): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** Undefined for a cursor this program did not make. */
export const positionOf = (cursor: string): Position | undefined => {
  try {
    const result = position.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
};
