import { downloadFile, uploadFile } from '@xiaoer/contract/files';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { FileId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { read, transact, type ReadDb, type RowScope } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { problemOf, problemOfRefusal } from '../http/problem.ts';
import { withRawBodies } from '../http/raw-body.ts';
import { serve, type ServeDeps } from '../http/serve.ts';
import type { FileRoom } from './file-room.ts';
import { fileRows, fileWrite, fileName, type FileRow } from './file-rows.ts';
import { receiveUpload } from './receive-upload.ts';
import { sendFile } from './send-file.ts';
import { FILE_KINDS } from './sniff.ts';

/** Whether a kind of record that the actor may read names the file. One per business word that carries files. */
export type FileReader = (db: ReadDb, actor: PersonActor, fileId: string) => Promise<boolean>;

export type FileDeps = ServeDeps & {
  readonly pool: Pool;
  readonly newId: () => string;
  readonly files: FileRoom;
};

const INLINE = new Set(['jpeg', 'png', 'webp', 'pdf']);

const readable = async (
  db: ReadDb,
  { actor, id, readers }: { actor: PersonActor; id: string; readers: readonly FileReader[] },
): Promise<FileRow | undefined> => {
  const [row] = await fileRows(db, [id]);
  if (row === undefined) return undefined;
  if (row.uploaded_by === actor.personId) return row;
  for (const reader of readers) if (await reader(db, actor, id)) return row;
  return undefined;
};

/** Of the named files those that do not exist for the actor: not their own, and in no record they may read. */
export const unknownFiles = async (
  pool: Pool,
  { scope, actor, readers }: { scope: RowScope; actor: PersonActor; readers: readonly FileReader[] },
  ids: readonly string[],
): Promise<readonly string[]> =>
  read(pool, scope, async (db) => {
    const unknown: string[] = [];
    for (const id of new Set(ids))
      if ((await readable(db, { actor, id, readers })) === undefined) unknown.push(id);
    return unknown;
  });

/** Uploading, and reading back what one uploaded or what a readable record names. */
export const fileRoutes = async (
  app: FastifyInstance,
  deps: FileDeps,
  readers: readonly FileReader[],
): Promise<void> => {
  await withRawBodies(app, (raw) =>
    serve(raw, { deps, route: uploadFile }, async ({ actor, scope, query, request, now }) => {
      const received = await receiveUpload(deps.files, request.raw, { keepPosition: query.keepPosition });
      if (!received.accepted) return { problem: problemOfRefusal(received.refusal) };
      const fileId = deps.newId() as FileId;
      const { kind, mediaType, bytes } = received.value;
      const file = { tenantId: scope.tenantId, fileId, received: received.value, name: query.name, now };
      const origin = { uploadedBy: actor.personId, enterpriseId: scope.enterpriseId };
      await transact(deps.pool, scope, async (tx) => {
        await writeBatch(tx, [fileWrite(file, origin)]);
        return { answer: undefined, keep: true };
      });
      return { body: { fileId, name: fileName(query.name, kind), type: mediaType, bytes } };
    }),
  );
  serve(app, { deps, route: downloadFile }, async ({ actor, scope, params, query, reply }) => {
    const row = await read(deps.pool, scope, (db) => readable(db, { actor, id: params.id, readers }));
    const content = row && (await deps.files.storage.open(row.sha256));
    if (row === undefined || content === undefined) return { problem: problemOf('request.not-found') };
    const { name, kind, bytes } = row;
    const inline = INLINE.has(kind) && !query.download;
    sendFile(reply, { name, mediaType: FILE_KINDS[kind].mediaType, bytes, inline }, content);
    return { sent: true };
  });
};
