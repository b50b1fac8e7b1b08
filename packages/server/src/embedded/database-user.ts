import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from '../cli/operator-error.ts';

/** Who PostgreSQL runs as. `switched`: we are root, and PostgreSQL refuses to be, so every process of it changes user. */
export type DatabaseUser = { readonly uid: number; readonly gid: number; readonly switched: boolean };

const ownerOf = (path: string): { uid: number; gid: number } | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
};

const accountNamed = (name: string): { uid: number; gid: number } | undefined => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
};

/** As root: whoever already owns the database folder, else `postgres`, else `nobody`. Otherwise ourselves. */
export function databaseUser(databaseFolder: string): DatabaseUser {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, switched: false };
  const owner = ownerOf(databaseFolder);
  const chosen = owner && owner.uid !== 0 ? owner : (accountNamed('postgres') ?? accountNamed('nobody'));
  if (!chosen) {
    throw new OperatorError('PostgreSQL refuses to run as root and there is no user postgres or nobody.');
  }
  return { ...chosen, switched: true };
}

/** What `spawn` needs to start a process as that user, with nothing of our environment. */
export const spawnAs = (user: DatabaseUser) => ({
  ...(user.switched ? { uid: user.uid, gid: user.gid } : {}),
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
});
