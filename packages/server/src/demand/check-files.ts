import type { Problem } from '@xiaoer/contract/problem';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { Pool } from 'pg';
import type { RowScope } from '../db/transact.ts';
import { unknownFiles } from '../files/routes.ts';
import { problemOf } from '../http/problem.ts';
import { demandFileReader } from './file-reader.ts';
import { namedFiles } from './named-files.ts';

type Asked = { readonly scope: RowScope; readonly actor: PersonActor; readonly body: unknown };

/** Files that a command names must be the sender's own, or known to them already: naming one gives no access to it. */
export const checkFiles =
  (pool: Pool) =>
  async ({ scope, actor, body }: Asked): Promise<Problem | undefined> => {
    const ids = namedFiles(body);
    if (ids.length === 0) return undefined;
    const unknown = await unknownFiles(pool, { scope, actor, readers: [demandFileReader] }, ids);
    if (unknown.length === 0) return undefined;
    const facts = { files: [...unknown] };
    return problemOf('request.invalid', {
      errors: [{ pointer: '/body/files', code: 'field.unknown-file', facts }],
    });
  };
