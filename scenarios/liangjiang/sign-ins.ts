import type { SampleSignIn } from '../scenario.ts';
import { STAFF } from './staff.ts';
import type { Zone } from './zone.ts';

const ACCOUNTS: readonly (readonly [account: string, key: string, role: string])[] = [
  ['desk', 'clerkOne', 'desk'],
  ['leader', 'chairman', 'leader'],
  ['officer', 'yufuBOfficer', 'officer'],
  ['head', 'yufuPropertyHead', 'unit-head'],
  ['handler', 'yufuPropertyOne', 'handler'],
  ['inspector', 'inspectorOne', 'inspector'],
  ['guide', 'yufuGuide1', 'guide'],
  ['admin', 'admin', 'admin'],
];

const CONTACTS: readonly (readonly [account: string, enterprise: string])[] = [
  ['robots', 'robots'],
  ['carplant', 'carPlant'],
];

/** One person of every role, and the contacts of two enterprises. */
export const signInsOf = (zone: Zone): readonly SampleSignIn[] => [
  ...ACCOUNTS.map(([account, key, role]) => ({
    account,
    personId: zone.staff(key),
    role,
    name: STAFF.find((row) => row.key === key)?.name ?? '',
  })),
  ...CONTACTS.map(([account, key]) => {
    const { contactId, contactName } = zone.enterprise(key);
    return { account, personId: contactId, role: 'enterprise', name: contactName };
  }),
];
