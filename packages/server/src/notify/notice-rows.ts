import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { ReadDb } from '../db/transact.ts';

type NoticeRow = {
  readonly notice_id: number;
  readonly kind: string;
  readonly stream_id: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly created_at: Instant;
  readonly read_at: Instant | null;
};

const COLUMNS = 'notice_id, kind, stream_id, facts, created_at, read_at';

const noticeOf = (row: NoticeRow) => ({
  noticeId: row.notice_id,
  kind: row.kind,
  streamId: row.stream_id,
  facts: row.facts,
  createdAt: row.created_at,
  readAt: row.read_at,
});

export type Notice = ReturnType<typeof noticeOf>;

export const newestNotices = async (
  db: ReadDb,
  personId: PersonId,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<readonly Notice[]> => {
  const rows = await db.query<NoticeRow>(
    `select ${COLUMNS} from notice where tenant_id = $1 and person_id = $2 and notice_id < $3
     order by notice_id desc limit $4`,
    [db.scope.tenantId, personId, before ?? Number.MAX_SAFE_INTEGER, limit],
  );
  return rows.map(noticeOf);
};

/** A person and the last notice they have. */
export type Followed = { readonly personId: PersonId; readonly after: number };

/** What came after, oldest first and 200 at most, for each who is followed, in their order. */
export const noticesAfter = async (
  db: ReadDb,
  followed: readonly Followed[],
): Promise<readonly (readonly Notice[])[]> => {
  const rows = await db.query<NoticeRow & { readonly place: number }>(
    `select place, ${COLUMNS} from unnest($2::uuid[], $3::bigint[]) with ordinality as f (person_id, after, place)
     cross join lateral (
       select ${COLUMNS} from notice n where n.tenant_id = $1 and n.person_id = f.person_id and n.notice_id > f.after
       order by notice_id limit 200) fresh
     order by place, notice_id`,
    [db.scope.tenantId, followed.map(({ personId }) => personId), followed.map(({ after }) => after)],
  );
  const found = followed.map((): Notice[] => []);
  for (const row of rows) found[row.place - 1]?.push(noticeOf(row));
  return found;
};

export const unreadCount = async (db: ReadDb, personId: PersonId): Promise<number> => {
  const [row] = await db.query<{ unread: number }>(
    'select count(*) as unread from notice where tenant_id = $1 and person_id = $2 and read_at is null',
    [db.scope.tenantId, personId],
  );
  return row?.unread ?? 0;
};

export const newestNoticeId = async (db: ReadDb, personId: PersonId): Promise<number> => {
  const [row] = await db.query<{ newest: number | null }>(
    'select max(notice_id) as newest from notice where tenant_id = $1 and person_id = $2',
    [db.scope.tenantId, personId],
  );
  return row?.newest ?? 0;
};
