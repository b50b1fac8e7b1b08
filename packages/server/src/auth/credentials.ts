import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import { secretHash } from './phone-code.ts';
import { dialledPhone } from './phone-number.ts';

export type PersonKey = { readonly tenantId: TenantId; readonly personId: PersonId };

/** How a phone is kept for sign-in by code: as an HMAC under the installation's secret. */
export const phoneHashOf = (secret: string, phone: string): string =>
  secretHash(secret, 'phone', dialledPhone(phone));

/** Whether somebody else of the tenant signs in with this phone. */
export const isPhoneTaken = async (
  tx: Tx,
  { phoneHash, personId }: { readonly phoneHash: string; readonly personId: string },
): Promise<boolean> => {
  const rows = await tx.query(
    'select 1 from credential where tenant_id = $1 and phone_hash = $2 and person_id <> $3',
    [tx.scope.tenantId, phoneHash, personId],
  );
  return rows.length > 0;
};

/** The phone a person signs in with from now on; none takes it away. */
export const phoneWrite = ({ tenantId, personId }: PersonKey, phoneHash: string | null): Write => ({
  table: 'credential',
  upsert: [{ tenant_id: tenantId, person_id: personId, phone_hash: phoneHash }],
  key: ['tenant_id', 'person_id'],
});

/** Account and password a person signs in with from now on. */
export const passwordWrite = (
  { tenantId, personId }: PersonKey,
  { account, passwordHash }: { readonly account: string; readonly passwordHash: string },
): Write => ({
  table: 'credential',
  upsert: [{ tenant_id: tenantId, person_id: personId, account, password_hash: passwordHash }],
  key: ['tenant_id', 'person_id'],
});

/** Nobody signs in as this person again, and what their sessions say of them is gone. */
export const withoutSignIn = ({ tenantId, personId }: PersonKey): readonly Write[] =>
  ['credential', 'session'].map((table) => ({
    table,
    remove: [{ tenant_id: tenantId, person_id: personId }],
    key: ['tenant_id', 'person_id'],
  }));
