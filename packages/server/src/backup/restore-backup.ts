import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { errorCode, OperatorError } from '../cli/operator-error.ts';
import {
  applyMigration,
  createMigrationTable,
  isWhatWasApplied,
  loadMigrations,
  type Migration,
} from '../db/migrate.ts';
import { verifyInTransaction, type Verification, type VerifyReport } from '../seal/verify-database.ts';
import { copyIn } from './copy-stream.ts';
import { FILE_LIST, readManifest, tableFile, type Manifest, type TableEntry } from './manifest.ts';
import { removeFiles, restoreFiles } from './stored-files.ts';
import { anyTables, columnList, keptTables, PORTABLE_SETTINGS, quoted } from './tables.ts';

export type RestorePlan = {
  readonly folder: string;
  readonly filesRoot: string;
  readonly verification: Verification;
  /** Fills in what the release that made the backup did not keep yet, inside the open transaction. */
  readonly fillIn: (client: pg.ClientBase) => Promise<void>;
};

export type Restored = {
  readonly manifest: Manifest;
  /** When it is not `ok`, nothing was restored. */
  readonly report: VerifyReport;
};

const refuseFullDatabase = async (client: pg.ClientBase): Promise<void> => {
  const tables = await anyTables(client);
  if (tables.length > 0)
    throw new OperatorError(
      `Restoring needs an empty database; this one holds tables (${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ', ...' : ''}).`,
    );
};

/** The program's migrations up to the backup's schema, and those since. */
const splitMigrations = async (manifest: Manifest) => {
  const checksums = new Map(manifest.migrations.map(({ name, checksum }) => [name, checksum]));
  const all = await loadMigrations();
  const known = new Set(all.map(({ name }) => name));
  const newer = manifest.migrations.find(({ name }) => !known.has(name));
  if (newer !== undefined)
    throw new OperatorError(`The backup was made by a newer program: this one does not know ${newer.name}.`);
  const isOf = ({ name }: Migration): boolean => checksums.has(name);
  const changed = all.find((migration) => {
    const applied = checksums.get(migration.name);
    return applied !== undefined && !isWhatWasApplied(migration, applied);
  });
  if (changed !== undefined)
    throw new OperatorError(`The backup was made by another program: its ${changed.name} differs from ours.`);
  return { before: all.filter(isOf), after: all.filter((migration) => !isOf(migration)) };
};

async function* checkedBlocks(file: string, { name, sha256 }: TableEntry): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const block of createReadStream(file)) {
      hash.update(block as Buffer);
      yield block as Buffer;
    }
  } catch (error) {
    throw new OperatorError(`${file} cannot be read (${errorCode(error) ?? 'unknown error'}).`, {
      cause: error,
    });
  }
  if (hash.digest('hex') !== sha256)
    throw new OperatorError(
      `${file} is damaged: the rows of ${name} do not have the digest in the manifest.`,
    );
}

const loadTable = async (client: pg.ClientBase, entry: TableEntry, folder: string): Promise<void> => {
  const file = path.join(folder, tableFile(entry.name));
  const text = `copy ${quoted(entry.name)} (${columnList(entry)}) from stdin`;
  const rows = await copyIn(client, text, checkedBlocks(file, entry));
  if (rows !== entry.rows)
    throw new OperatorError(`${file} is damaged: it has ${rows} rows, the manifest says ${entry.rows}.`);
};

const loadTables = async (client: pg.ClientBase, manifest: Manifest, folder: string): Promise<void> => {
  const tables = await keptTables(client);
  const entries = new Map(manifest.tables.map((entry) => [entry.name, entry]));
  const missing = tables.find(({ name }) => !entries.has(name));
  if (missing !== undefined || entries.size !== tables.length)
    throw new OperatorError(
      `The backup's tables are not those of its schema${missing ? `: ${missing.name} is missing` : ''}.`,
    );
  // Migrations may have filled tables that the backup fills.
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')} cascade`);
  for (const { name } of tables) {
    const entry = entries.get(name);
    if (entry !== undefined) await loadTable(client, entry, folder);
  }
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, isCalled]);
};

const fileKeys = async (folder: string, { files }: Manifest): Promise<readonly string[]> => {
  const file = path.join(folder, FILE_LIST);
  const list = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new OperatorError(`${file} cannot be read (${errorCode(error) ?? 'unknown error'}).`);
  });
  if (createHash('sha256').update(list).digest('hex') !== files.sha256)
    throw new OperatorError(`${file} is damaged: it does not have the digest in the manifest.`);
  return list.split('\n').filter((line) => line !== '');
};

/** Keys that signed the backup; what is known here already is believed first. */
export const publicKeysOf = ({ publicKeys }: Manifest): ReadonlyMap<string, KeyObject> =>
  new Map(publicKeys.map(({ keyId, pem }) => [keyId, createPublicKey(pem)]));

/** The restored chains must end where the manifest says they did when the backup was made. */
const withSealsCompared = (report: VerifyReport, { seals }: Manifest): VerifyReport => {
  const lost = seals.find(
    ({ tenantId, root }) =>
      !report.tenants.some((tenant) => tenant.tenantId === tenantId && tenant.lastRoot === root),
  );
  return lost === undefined ? report : { ...report, ok: false, root: { hash: lost.root, found: undefined } };
};

const fillDatabase = async (
  client: pg.ClientBase,
  manifest: Manifest,
  plan: RestorePlan,
): Promise<VerifyReport> => {
  await client.query(PORTABLE_SETTINGS);
  await refuseFullDatabase(client);
  const { before, after } = await splitMigrations(manifest);
  await createMigrationTable(client);
  for (const migration of before) await applyMigration(client, migration);
  await loadTables(client, manifest, plan.folder);
  for (const migration of after) await applyMigration(client, migration);
  await client.query(`analyze; set local timezone = 'Etc/GMT-8'`);
  await plan.fillIn(client);
  const publicKeys = new Map([...publicKeysOf(manifest), ...plan.verification.publicKeys]);
  return withSealsCompared(await verifyInTransaction(client, { ...plan.verification, publicKeys }), manifest);
};

/**
 * Fills an empty database and the files' folder from a backup, in one transaction: migrate to the backup's schema, load,
 * migrate on, fill in, verify. What fails or does not verify leaves nothing behind. The caller migrates afterwards, for the grants.
 */
export const restoreBackup = async (client: pg.ClientBase, plan: RestorePlan): Promise<Restored> => {
  const manifest = await readManifest(plan.folder);
  const keys = await fileKeys(plan.folder, manifest);
  let added: readonly string[] = [];
  let kept = false;
  await client.query('begin');
  try {
    const report = await fillDatabase(client, manifest, plan);
    if (report.ok) {
      added = await restoreFiles(plan.folder, plan.filesRoot, keys);
      await client.query('commit');
      kept = true;
    }
    return { manifest, report };
  } finally {
    if (!kept) {
      await client.query('rollback').catch(() => undefined);
      await removeFiles(plan.filesRoot, added);
    }
  }
};
