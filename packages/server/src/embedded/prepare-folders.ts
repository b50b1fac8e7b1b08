import { accessSync, chmodSync, chownSync, constants, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../cli/operator-error.ts';
import { folderError } from './folder-error.ts';
import type { DatabaseUser } from './database-user.ts';
import type { Layout } from './layout.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const mayEnter = (path: string, user: DatabaseUser): boolean => {
  const { mode, uid, gid } = statSync(path);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
};

/** Makes the missing folders of a path, enterable whatever the umask is. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
    chmodSync(path, 0o711);
  } catch (error) {
    if (!isFolder(path)) throw error;
  }
}

/** The folders above DATA_DIR are not ours to open; DATA_DIR itself is. */
function requireEntry(dataDir: string, user: DatabaseUser): void {
  for (let path = dirname(dataDir); ; path = dirname(path)) {
    if (isFolder(path) && !mayEnter(path, user)) {
      throw new OperatorError(
        `The data folder ${dataDir} cannot be used: PostgreSQL runs as uid ${user.uid}, who may not enter ${path}. ` +
          'Set DATA_DIR to a folder outside it.',
      );
    }
    if (path === dirname(path)) return;
  }
}

/** A private folder of the database user. Refuses one that somebody else made there first. */
function makePrivate(path: string, user: DatabaseUser): void {
  try {
    mkdirSync(path, { mode: 0o700 });
    if (user.switched) chownSync(path, user.uid, user.gid);
  } catch (error) {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat?.isDirectory()) throw error;
    // A crash between mkdir and chown leaves root as the owner.
    if (user.switched && stat.uid === 0) chownSync(path, user.uid, user.gid);
    else if (stat.uid !== user.uid) {
      throw new OperatorError(`The folder ${path} belongs to another user (uid ${stat.uid}).`, {
        cause: error,
      });
    }
  }
  chmodSync(path, 0o700);
}

/** Makes DATA_DIR and the database's folders in it, usable for the database user, or says in one line why not. */
export function prepareFolders(layout: Layout, user: DatabaseUser): void {
  try {
    if (user.switched) requireEntry(layout.dataDir, user);
    makeFolder(layout.dataDir);
    if (!mayEnter(layout.dataDir, user)) chmodSync(layout.dataDir, statSync(layout.dataDir).mode | 0o111);
    accessSync(layout.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    makePrivate(layout.database, user);
    accessSync(layout.database, constants.W_OK);
    makePrivate(layout.socketDir, user);
  } catch (error) {
    throw folderError(layout.dataDir, error);
  }
}
