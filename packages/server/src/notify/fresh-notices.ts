import type { Pool } from 'pg';
import { gathered } from '../db/together.ts';
import { read, type RowScope } from '../db/transact.ts';
import { noticesAfter, type Followed, type Notice } from './notice-rows.ts';

type Asked = Followed & { readonly scope: RowScope };

/**
 * Reads what came after the notice that somebody has, oldest first and 200 at most. An announcement makes every open stream
 * ask at once: those of a scope are answered by one read, each person and place once.
 */
export const freshNotices = (pool: Pool): ((asked: Asked) => Promise<readonly Notice[]>) =>
  gathered<Asked, readonly Notice[]>({
    queueOf: ({ scope }) => `${scope.tenantId} ${scope.enterpriseId ?? ''}`,
    lanes: 1,
    most: Infinity,
    answer: async (asked) => {
      const [first] = asked;
      if (first === undefined) return [];
      const keys = asked.map(({ personId, after }) => `${personId} ${after}`);
      const followed = new Map(asked.map((one, index) => [keys[index], one]));
      const found = await read(pool, first.scope, (db) => noticesAfter(db, [...followed.values()]));
      const notices = new Map([...followed.keys()].map((key, index) => [key, found[index] ?? []]));
      return keys.map((key) => notices.get(key) ?? []);
    },
  });
