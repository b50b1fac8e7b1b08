import type { DemandEventOf } from '@xiaoer/domain/demand/events';
import type { Demand, DemandIn } from '@xiaoer/domain/demand/state';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, maxInstant, MINUTES_PER_DAY, type Instant } from '@xiaoer/domain/time/instant';
import { createHash, randomBytes } from 'node:crypto';
import type { ReadDb, Tx } from '../../db/transact.ts';
import { writeBatch } from '../../db/write-batch.ts';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../../execute/logged-events.ts';

export type LinkRow = {
  readonly link_id: string;
  readonly demand_id: string;
  readonly referral_id: string;
  readonly expires_at: Instant;
};

/** Answers come late too: the link outlives the letter's due day, and its own making, by so many days. */
const GRACE_DAYS = 30;

export const expiryOf = ({ referral }: DemandIn<'referred'>, now: Instant): Instant =>
  addMinutes(maxInstant(referral.dueAt, now), GRACE_DAYS * MINUTES_PER_DAY);

const TOKEN = /^([0-9a-z]{1,7})\.[\w-]{43}$/;

/** 256 random bits behind the tenant's number, which says under whose policies the hash is looked up. */
export const newToken = (tenantId: TenantId): string =>
  `${tenantId.toString(36)}.${randomBytes(32).toString('base64url')}`;

const tokenHash = (token: string): string => `\\x${createHash('sha256').update(token).digest('hex')}`;

/** The tenant a token speaks of; undefined for what this program never made. */
export const tenantOf = (token: string): TenantId | undefined => {
  const number = Number.parseInt(TOKEN.exec(token)?.[1] ?? '', 36);
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? (number as TenantId) : undefined;
};

type NewLink = {
  readonly linkId: string;
  readonly token: string;
  readonly personId: PersonId;
  readonly now: Instant;
  readonly expiresAt: Instant;
};

/** Keeps a new link for the demand's referral; older ones are over. */
export const replaceLink = async (
  tx: Tx,
  { id, referral }: DemandIn<'referred'>,
  made: NewLink,
): Promise<void> => {
  const { tenantId } = tx.scope;
  await tx.query('delete from outside_link where tenant_id = $1 and demand_id = $2', [tenantId, id]);
  const row = {
    tenant_id: tenantId,
    link_id: made.linkId,
    demand_id: id,
    referral_id: referral.referralId,
    token_hash: tokenHash(made.token),
    created_by: made.personId,
    created_at: made.now,
    expires_at: made.expiresAt,
  };
  await writeBatch(tx, [{ table: 'outside_link', insert: [row] }]);
};

export const linkOf = async (db: ReadDb | Tx, token: string): Promise<LinkRow | undefined> => {
  const [row] = await db.query<LinkRow>(
    `select link_id, demand_id, referral_id, expires_at from outside_link
     where tenant_id = $1 and token_hash = $2::bytea`,
    [db.scope.tenantId, tokenHash(token)],
  );
  return row;
};

/** The demand as the link may still be answered: referred by the same letter, not answered, in time. */
export const answerable = (link: LinkRow, demand: Demand, now: Instant): DemandIn<'referred'> | undefined => {
  if (demand.status !== 'referred' || link.expires_at <= now) return undefined;
  const { referralId, outsideAnswer } = demand.referral;
  return referralId === link.referral_id && outsideAnswer === undefined ? demand : undefined;
};

export type ReferredEvent = DemandEventOf<'DemandReferred'> & { readonly at: Instant };

/** The letter as it was sent. */
export const letterOf = async (
  db: ReadDb | Tx,
  demand: DemandIn<'referred'>,
): Promise<ReferredEvent | undefined> => {
  const rows = await db.query<LogRow>(
    `select ${LOG_COLUMNS} from event_log
     where tenant_id = $1 and stream_id = $2 and type = 'DemandReferred' order by version desc limit 1`,
    [db.scope.tenantId, demand.id],
  );
  const [row] = rows;
  return row && (recordedOf(row) as unknown as ReferredEvent);
};
