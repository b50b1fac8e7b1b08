import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { errorCode, OperatorError } from '../cli/operator-error.ts';
import { publicPem, type PublicKeys } from '../seal/seal-keys.ts';
import { withWholeDatabase } from '../seal/verify-database.ts';
import { copyOut } from './copy-stream.ts';
import { FILE_LIST, MANIFEST, tableFile, type Manifest, type TableEntry } from './manifest.ts';
import { backUpFiles } from './stored-files.ts';
import { columnList, keptTables, PORTABLE_SETTINGS, quoted, readSequences, type Table } from './tables.ts';

export type BackupPlan = {
  /** Becomes the backup; must not be there yet, or be empty. */
  readonly folder: string;
  /** Where the disk storage keeps its files. */
  readonly filesRoot: string;
  readonly publicKeys: PublicKeys;
  readonly madeAt: Instant;
};

type InDatabase = Omit<Manifest, 'files'>;

/** Whether the folder can become a backup. */
export const refuseTakenFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw new OperatorError(
      `${folder} cannot be used for a backup (${errorCode(error) ?? 'unknown error'}).`,
    );
  });
  if (names.length > 0) throw new OperatorError(`${folder} is not empty: name a new folder for the backup.`);
};

const writeSynced = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const copyTable = async (client: pg.ClientBase, table: Table, folder: string): Promise<TableEntry> => {
  const { name, columns, key } = table;
  const order = key.length > 0 ? ` order by ${key.map(quoted).join(', ')}` : '';
  const file = await open(path.join(folder, tableFile(name)), 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const query = `copy (select ${columnList(table)} from ${quoted(name)}${order}) to stdout`;
    const rows = await copyOut(client, query, async (block) => {
      hash.update(block);
      bytes += block.length;
      await file.writeFile(block);
    });
    await file.sync();
    return { name, columns: [...columns], rows, bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
};

const lastSeals = async (client: pg.ClientBase): Promise<Manifest['seals']> => {
  const { rows } = await client.query<Manifest['seals'][number]>(
    `select distinct on (tenant_id) tenant_id as "tenantId", code, batch, encode(root, 'hex') as root
     from seal_root join tenant using (tenant_id) order by tenant_id, batch desc`,
  );
  return rows;
};

const copyDatabase = async (
  client: pg.ClientBase,
  { folder, publicKeys, madeAt }: BackupPlan,
): Promise<InDatabase> => {
  await client.query(PORTABLE_SETTINGS);
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  );
  const version = await client.query<{ server_version: string }>('show server_version');
  const tables: TableEntry[] = [];
  for (const table of await keptTables(client)) tables.push(await copyTable(client, table, folder));
  return {
    format: 'xiaoer backup 1',
    madeAt,
    server: version.rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    tables,
    sequences: [...(await readSequences(client))],
    seals: await lastSeals(client),
    publicKeys: [...publicKeys].map(([keyId, key]) => ({ keyId, pem: publicPem(key) })),
  };
};

/**
 * Writes a backup of every tenant: one snapshot of the database, a text COPY per table, then the files, which are named
 * by their content and stored before the rows that name them. The folder appears under its name only when it is whole.
 */
export const writeBackup = async (client: pg.ClientBase, plan: BackupPlan): Promise<Manifest> => {
  await refuseTakenFolder(plan.folder);
  const making = `${path.resolve(plan.folder)}.making-${process.pid}`;
  try {
    await rm(making, { recursive: true, force: true });
    await mkdir(path.join(making, 'tables'), { recursive: true, mode: 0o700 });
    const inDatabase = await withWholeDatabase(client, () =>
      copyDatabase(client, { ...plan, folder: making }),
    );
    const { list, ...totals } = await backUpFiles(plan.filesRoot, making);
    await writeSynced(path.join(making, FILE_LIST), list);
    const manifest: Manifest = {
      ...inDatabase,
      files: { ...totals, sha256: createHash('sha256').update(list).digest('hex') },
    };
    await writeSynced(path.join(making, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(making, plan.folder);
    return manifest;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
};
