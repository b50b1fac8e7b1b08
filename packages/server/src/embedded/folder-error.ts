import { errorCode, OperatorError } from '../cli/operator-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  // PostgreSQL's own.
  '53100': 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'it is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'part of the path is a file, not a folder',
  ELOOP: 'it is a loop of symbolic links',
  ENAMETOOLONG: 'the path is too long',
};

/** Turns what the system says about the data folder into one clear line; anything unknown stays as it is. */
export function folderError(dataDir: string, error: unknown): unknown {
  const code = errorCode(error);
  const reason = code && reasons[code];
  return reason ? new OperatorError(`The data folder ${dataDir} cannot be used: ${reason}.`) : error;
}

/** The same for what initdb or postgres printed before it gave up. */
export function startError(dataDir: string, output: string): OperatorError {
  if (/No space left on device/.test(output)) {
    return new OperatorError(`The data folder ${dataDir} cannot be used: the disk is full.`);
  }
  if (/Read-only file system/.test(output)) {
    return new OperatorError(`The data folder ${dataDir} cannot be used: it is read-only.`);
  }
  if (/Permission denied/.test(output)) {
    return new OperatorError(`The data folder ${dataDir} cannot be used: permission is denied.`);
  }
  const lines = output.trim().split('\n');
  const cause =
    lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  return new OperatorError(`The embedded PostgreSQL in ${dataDir} did not start: ${cause.trim()}`);
}
