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

/** What came after the given notice, oldest first. */
export const noticesAfter = async (
  db: ReadDb,
  personId: PersonId,
  after: number,
): Promise<readonly Notice[]> => {
  const rows = await db.query<NoticeRow>(
    `select ${COLUMNS} from notice where tenant_id = $1 and person_id = $2 and notice_id > $3
     order by notice_id limit 200`,
    [db.scope.tenantId, personId, after],
  );
  return rows.map(noticeOf);
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
