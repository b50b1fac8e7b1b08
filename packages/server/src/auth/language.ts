import { chooseLanguage } from '@xiaoer/contract/sign-in';
import type { Language } from '@xiaoer/domain/access/language';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { transact, type ReadDb } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { serve, type ServeDeps } from '../http/serve.ts';

/** The language a person chose; null: none yet. */
export const languageOf = async (db: ReadDb, personId: PersonId): Promise<Language | null> => {
  const [row] = await db.query<{ language: Language }>(
    'select language from person_language where tenant_id = $1 and person_id = $2',
    [db.scope.tenantId, personId],
  );
  return row?.language ?? null;
};

/** Choosing one's language: mail is written in it, wherever one chose it. */
export const serveLanguage = (app: FastifyInstance, deps: ServeDeps & { readonly pool: Pool }): void =>
  serve(app, { deps, route: chooseLanguage }, async ({ actor, scope, body }) => {
    const row = { tenant_id: scope.tenantId, person_id: actor.personId, language: body.language };
    await transact(deps.pool, scope, async (tx) => {
      await writeBatch(tx, [{ table: 'person_language', upsert: [row], key: ['tenant_id', 'person_id'] }]);
      return { answer: undefined, keep: true };
    });
    return { body };
  });
