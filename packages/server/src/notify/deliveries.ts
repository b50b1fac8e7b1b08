import { LANGUAGES, type Language } from '@xiaoer/domain/access/language';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { zoneClocks, zoneNow } from '../db/zone-clock.ts';
import { transact } from '../db/transact.ts';
import type { EmailSender } from './email.ts';
import { noticeSentence } from './notice-sentence.ts';

export type DeliveryDeps = { readonly pool: Pool; readonly email: EmailSender; readonly host: string };

/** Minutes until the next attempt; after the last one it has failed. */
const BACKOFF_MINUTES = [1, 5, 30, 120, 720] as const;
/** Whoever was sending this long ago has died: a mail goes out again under the same Message-ID. */
const ABANDONED_MINUTES = 5;

/**
 * The statement that queues the e-mails of notices for those who chose them: the rows of `notices` (tenant_id, notice_id,
 * person_id), first tried at the parameter `at`.
 */
export const queueing = (notices: string, at: string): string =>
  `insert into delivery (tenant_id, notice_id, channel, person_id, next_at)
   select n.tenant_id, n.notice_id, c.channel, n.person_id, ${at}
   from ${notices} n
   join notice_choice c on c.tenant_id = n.tenant_id and c.person_id = n.person_id and c.chosen`;

type Claimed = {
  readonly notice_id: number;
  readonly attempts: number;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly address: string | null;
  readonly language: Language | null;
};

const claim = (deps: DeliveryDeps, tenantId: TenantId, now: Instant): Promise<Claimed | undefined> =>
  transact<Claimed | undefined>(deps.pool, { tenantId }, async (tx) => {
    const [row] = await tx.query<Claimed>(
      `with taken as (
         select notice_id, channel from delivery
         where tenant_id = $1 and status in ('waiting', 'sending') and next_at <= $2
         order by next_at, notice_id limit 1 for update skip locked)
       update delivery d set status = 'sending', attempts = d.attempts + 1, next_at = $3
       from taken t, notice n, person p
       where d.tenant_id = $1 and d.notice_id = t.notice_id and d.channel = t.channel
         and n.tenant_id = d.tenant_id and n.notice_id = d.notice_id
         and p.tenant_id = d.tenant_id and p.person_id = d.person_id
       returning d.notice_id, d.attempts, n.kind, n.facts, p.personal ->> 'email' as address,
         (select l.language from person_language l
          where l.tenant_id = d.tenant_id and l.person_id = d.person_id) as language`,
      [tenantId, now, addMinutes(now, ABANDONED_MINUTES)],
    );
    return { answer: row, keep: row !== undefined };
  });

const settle = (
  deps: DeliveryDeps,
  tenantId: TenantId,
  { noticeId, status, nextAt, error }: { noticeId: number; status: string; nextAt: Instant; error?: string },
): Promise<unknown> =>
  transact(deps.pool, { tenantId }, async (tx) => {
    await tx.query(
      `update delivery set status = $3, next_at = $4, error = $5
       where tenant_id = $1 and notice_id = $2 and channel = 'email'`,
      [tenantId, noticeId, status, nextAt, error ?? null],
    );
    return { answer: undefined, keep: true };
  });

const deliver = async (
  deps: DeliveryDeps,
  tenantId: TenantId,
  { claimed, now }: { claimed: Claimed; now: Instant },
) => {
  const noticeId = claimed.notice_id;
  if (claimed.address === null)
    return settle(deps, tenantId, { noticeId, status: 'failed', nextAt: now, error: 'no address' });
  try {
    const sentence = noticeSentence(claimed.kind, claimed.facts, claimed.language ?? LANGUAGES[0]);
    const messageId = `<notice-${tenantId}-${noticeId}@${deps.host}>`;
    await deps.email.send({ to: claimed.address, subject: sentence.subject, text: sentence.text, messageId });
    return await settle(deps, tenantId, { noticeId, status: 'sent', nextAt: now });
  } catch (failure) {
    const wait = BACKOFF_MINUTES[claimed.attempts - 1];
    const error = failure instanceof Error ? failure.message.slice(0, 300) : 'unknown';
    return settle(deps, tenantId, {
      noticeId,
      status: wait === undefined ? 'failed' : 'waiting',
      nextAt: addMinutes(now, wait ?? 0),
      error,
    });
  }
};

/** Sends what is waiting, one at a time. Answers with how many attempts were made. */
export const deliverWaiting = async (
  deps: DeliveryDeps,
  tenantId: TenantId,
  now: () => Instant,
): Promise<number> => {
  for (let attempts = 0; ; attempts += 1) {
    const claimed = await claim(deps, tenantId, now());
    if (claimed === undefined) return attempts;
    await deliver(deps, tenantId, { claimed, now: now() });
  }
};

/** Every tenant's waiting mails. True when there were any. */
export const deliverAll = async (deps: DeliveryDeps, now: () => Instant): Promise<boolean> => {
  let attempts = 0;
  for (const { tenantId, behindMs } of await zoneClocks(deps.pool))
    attempts += await deliverWaiting(deps, tenantId, () => zoneNow(now(), behindMs));
  return attempts > 0;
};
