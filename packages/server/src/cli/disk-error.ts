import { readFileSync } from 'node:fs';
import { folderError, startError } from '../embedded/folder-error.ts';
import { layoutOf } from '../embedded/layout.ts';
import { errorCode, OperatorError } from './operator-error.ts';
import { readSettings, type Environment } from './settings.ts';

const DISK_FULL = '53100';
const DISK_WORDS = /No space left on device|Read-only file system/;
/** So much of PostgreSQL's log holds what it said last. */
const LAST_WORDS = 8_192;

const lastWordsOf = (log: string): string => {
  try {
    return readFileSync(log, 'utf8').slice(-LAST_WORDS);
  } catch {
    return '';
  }
};

/** PostgreSQL cannot say so itself when it ends because its own log of changes finds no room. */
const isConnectionLost = (error: unknown): boolean =>
  /^(57P0[123]|08\d{3}|ECONNRESET|ECONNREFUSED|ENOENT|EPIPE)$/.test(errorCode(error) ?? '') ||
  (error instanceof Error && /^Connection terminated|has encountered a connection error/.test(error.message));

/** A full or read-only disk as one line that names the folder, or the database when it is somebody else's; anything else as it is. */
export function diskError(error: unknown, env: Environment): unknown {
  const { database, dataDir } = readSettings(env);
  if (database.kind === 'external')
    return errorCode(error) === DISK_FULL
      ? new OperatorError('The database of DATABASE_URL cannot be used: its disk is full.', { cause: error })
      : error;
  const lastWords = isConnectionLost(error) ? lastWordsOf(layoutOf(dataDir).log) : '';
  return DISK_WORDS.test(lastWords) ? startError(dataDir, lastWords) : folderError(dataDir, error);
}
