import { hashPassword } from '../../packages/server/src/auth/password.ts';
import { passwordWrite } from '../../packages/server/src/auth/credentials.ts';
import { transact } from '../../packages/server/src/db/transact.ts';
import { writeBatch } from '../../packages/server/src/db/write-batch.ts';
import type { TestHouse } from '../../packages/server/src/testing/test-house.ts';

export type Somebody = keyof TestHouse['people'];

/** Officials sign in with their name in the house and this password; the contact with a code to the phone. */
export const PASSWORD = 'a long password of stories';
export const CONTACT_PHONE = '13800138000';

/** Gives every official an account. */
export const openAccounts = async ({ pool, tenantId, people }: TestHouse): Promise<void> => {
  const passwordHash = await hashPassword(PASSWORD);
  const { contact: _contact, ...officials } = people;
  await transact(pool, { tenantId }, async (tx) => {
    const writes = Object.entries(officials).map(([account, personId]) =>
      passwordWrite({ tenantId, personId }, { account, passwordHash }),
    );
    await writeBatch(tx, writes);
    return { answer: undefined, keep: true };
  });
};
