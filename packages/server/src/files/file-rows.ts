import type { EnterpriseId, FileId, PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { ReadDb, Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import { FILE_KINDS, type FileKind } from './sniff.ts';

export type FileRow = {
  readonly file_id: FileId;
  readonly sha256: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: number;
  readonly uploaded_by: PersonId | null;
  readonly outside_link_id: string | null;
};

/** Whose a new file is: a person's, a contact's for an enterprise, or a body's outside. */
export type FileOrigin = {
  readonly uploadedBy?: PersonId | undefined;
  readonly enterpriseId?: EnterpriseId | undefined;
  readonly outsideLinkId?: string | undefined;
};

type NewFile = {
  readonly tenantId: number;
  readonly fileId: FileId;
  readonly received: { readonly key: string; readonly kind: FileKind; readonly bytes: number };
  readonly name: string;
  readonly now: Instant;
};

const UNFIT = /[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu;
const LONGEST = 120;

/** The name as people may see and save it: no path, no controls, and the ending its content has. */
export const fileName = (name: string, kind: FileKind): string => {
  const plain = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const stem = plain
    .replace(/\.[A-Za-z0-9]{1,8}$/u, '')
    .replaceAll(UNFIT, ' ')
    .trim();
  return `${[...stem].slice(0, LONGEST).join('').toWellFormed() || 'file'}.${FILE_KINDS[kind].extension}`;
};

export const fileWrite = (
  { tenantId, fileId, received, name, now }: NewFile,
  { uploadedBy, enterpriseId, outsideLinkId }: FileOrigin,
): Write => ({
  table: 'file',
  insert: [
    {
      tenant_id: tenantId,
      file_id: fileId,
      sha256: received.key,
      kind: received.kind,
      name: fileName(name, received.kind),
      bytes: received.bytes,
      uploaded_at: now,
      uploaded_by: uploadedBy ?? null,
      enterprise_id: enterpriseId ?? null,
      outside_link_id: outsideLinkId ?? null,
    },
  ],
});

/** Rows of files that exist for this scope. */
export const fileRows = (db: Tx | ReadDb, ids: readonly string[]): Promise<readonly FileRow[]> =>
  db.query<FileRow>(
    `select file_id, sha256, kind, name, bytes, uploaded_by, outside_link_id from file
     where tenant_id = $1 and file_id = any($2)`,
    [db.scope.tenantId, ids],
  );
