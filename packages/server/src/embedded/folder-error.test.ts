import { describe, expect, it } from 'vitest';
import { OperatorError } from '../cli/operator-error.ts';
import { folderError, startError } from './folder-error.ts';

const systemError = (code: string) => Object.assign(new Error(`${code}: something, open '/srv/x'`), { code });

describe('what the system says about the data folder', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['53100', 'the disk is full'],
    ['EROFS', 'it is read-only'],
    ['EACCES', 'permission is denied'],
    ['ENOTDIR', 'part of the path is a file, not a folder'],
  ])('becomes one clear line (%s)', (code, reason) => {
    const error = folderError('/srv/x', systemError(code));
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toHaveProperty('message', `The data folder /srv/x cannot be used: ${reason}.`);
  });

  it('stays as it is when it is a bug of ours', () => {
    const bug = systemError('ERR_INVALID_ARG_TYPE');
    expect(folderError('/srv/x', bug)).toBe(bug);
  });
});

describe('what PostgreSQL printed before it gave up', () => {
  it('becomes one line about the folder when the disk is full or read-only', () => {
    const full = 'PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device';
    expect(startError('/srv/x', full).message).toBe(
      'The data folder /srv/x cannot be used: the disk is full.',
    );
    const fixed = 'FATAL:  could not create lock file "postmaster.pid": Read-only file system';
    expect(startError('/srv/x', fixed).message).toBe(
      'The data folder /srv/x cannot be used: it is read-only.',
    );
  });

  it('keeps the last fatal line otherwise', () => {
    const output = 'LOG:  starting\nFATAL:  could not load server\nLOG:  database system is shut down\n';
    expect(startError('/srv/x', output).message).toBe(
      'The embedded PostgreSQL in /srv/x did not start: FATAL:  could not load server',
    );
  });
});
