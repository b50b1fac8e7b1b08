import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Where things lie inside DATA_DIR. */
export type Layout = {
  readonly dataDir: string;
  /** Owned by the database user, mode 0700; holds the cluster, its log and (when its path is short) the socket. */
  readonly database: string;
  readonly cluster: string;
  readonly log: string;
  readonly socketDir: string;
};

export const port = 5432;
const socketName = `/.s.PGSQL.${port}.lock`;
const longestSocketPath = 100;

/** A socket path is limited to 107 bytes by the system, so a deep DATA_DIR gets a short folder under /tmp. */
export function layoutOf(folder: string): Layout {
  const dataDir = resolve(folder);
  const database = join(dataDir, 'database');
  const near = join(database, 'socket');
  const short = join('/tmp', `xiaoer-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  return {
    dataDir,
    database,
    cluster: join(database, 'cluster'),
    log: join(database, 'server.log'),
    socketDir: Buffer.byteLength(near + socketName) < longestSocketPath ? near : short,
  };
}
