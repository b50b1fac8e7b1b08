import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Pool } from 'pg';
import { read } from '../db/transact.ts';
import type { Notice } from './notice-rows.ts';

export type AddressedNotice = Notice & { readonly enterpriseId: EnterpriseId | null };

type Reader = { readonly tenantId: TenantId; readonly enterpriseIds: readonly EnterpriseId[] };

/** Which of these enterprises each stream is of; streams of others are left out. */
const enterprisesOfStreams = async (
  pool: Pool,
  { tenantId, enterpriseIds }: Reader,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, EnterpriseId>> => {
  // The session's own scope shows the streams of one enterprise only.
  const rows = await read(pool, { tenantId }, (db) =>
    db.query<{ stream_id: string; enterprise_id: EnterpriseId }>(
      `select stream_id, enterprise_id from event_log
       where tenant_id = $1 and stream_id = any($2) and version = 1 and enterprise_id = any($3)`,
      [tenantId, streamIds, enterpriseIds],
    ),
  );
  return new Map(rows.map((row) => [row.stream_id, row.enterprise_id]));
};

/** Says to a contact of several enterprises which of their own each notice is about; to anybody else it says none. */
export const withEnterprises = async (
  pool: Pool,
  reader: Reader,
  notices: readonly Notice[],
): Promise<readonly AddressedNotice[]> => {
  const streamIds = [...new Set(notices.flatMap(({ streamId }) => streamId ?? []))];
  const isAsked = reader.enterpriseIds.length > 1 && streamIds.length > 0;
  const known = isAsked ? await enterprisesOfStreams(pool, reader, streamIds) : undefined;
  return notices.map((notice) => ({
    ...notice,
    enterpriseId: (notice.streamId === null ? undefined : known?.get(notice.streamId)) ?? null,
  }));
};
