import type { Actor } from '@xiaoer/domain/access/actor';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { transact, type Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import type { Outcome } from './outcome.ts';
import type { Written } from './run-steps.ts';

/** What the client sent as Idempotency-Key, and the SHA-256 of method, path and body it came with. */
export type CommandKey = { readonly key: string; readonly requestHash: string };

type Keyed = { readonly actor: Actor; readonly key?: CommandKey | undefined; readonly now: Instant };

/** The first success under this key, or that the key was used for another request; undefined when the key is free. */
export const lookUpKey = async (tx: Tx, { actor, key }: Keyed): Promise<Outcome | undefined> => {
  if (key === undefined || actor.kind !== 'person') return undefined;
  const [row] = await tx.query<{ request_hash: string; response: readonly Written[] }>(
    'select request_hash, response from idempotency where tenant_id = $1 and actor_id = $2 and key = $3',
    [tx.scope.tenantId, actor.personId, key.key],
  );
  if (row === undefined) return undefined;
  if (row.request_hash !== key.requestHash) return { kind: 'key-reused' };
  return { kind: 'done', written: row.response, replayed: true };
};

export const keyWrites = ({ actor, key, now }: Keyed, written: readonly Written[]): readonly Write[] => {
  if (key === undefined || actor.kind !== 'person') return [];
  const row = {
    tenant_id: actor.tenantId,
    actor_id: actor.personId,
    key: key.key,
    request_hash: key.requestHash,
    response: written,
    created_at: now,
  };
  return [{ table: 'idempotency', insert: [row] }];
};

/** A key is kept for thirty days. */
export const KEPT_MINUTES = 30 * 24 * 60;

/** Takes away the keys of a zone's old requests: who was offline for a month sends them again at their own risk. */
export const forgetOldKeys = (pool: Pool, tenantId: TenantId, now: Instant): Promise<void> =>
  transact(pool, { tenantId }, async (tx) => {
    await tx.query('delete from idempotency where tenant_id = $1 and created_at < $2', [
      tenantId,
      addMinutes(now, -KEPT_MINUTES),
    ]);
    return { answer: undefined, keep: true };
  });
