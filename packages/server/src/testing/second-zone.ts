import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import { hashPassword } from '../auth/password.ts';
import { setUpZone } from '../set-up.ts';
import { signedInAs, type Caller } from './signed-in-as.ts';
import type { TestHouse } from './test-house.ts';

export type SecondZone = {
  readonly tenantId: TenantId;
  readonly administratorId: PersonId;
  readonly admin: Caller;
  readonly register: (personal: { readonly name: string; readonly phone?: string }) => Promise<PersonId>;
};

/** Another zone in the house, `west`, that is no sample; its administrator signs in as `admin` with the password. */
export const secondZone = async (
  { app, deps, clock }: TestHouse,
  { password, hostName }: { readonly password: string; readonly hostName?: string },
): Promise<SecondZone> => {
  const tenantId = 2 as TenantId;
  const made = await setUpZone(deps, {
    tenant: { tenantId, code: 'west', name: '西区', nameEn: 'West Zone', sample: false },
    administrator: { name: '西区管理员', account: 'admin', passwordHash: await hashPassword(password) },
    now: clock.now,
  });
  if (made === undefined) throw new Error('the second zone is there already');
  if (hostName !== undefined)
    await deps.pool.query('update tenant set host_name = $2 where tenant_id = $1', [tenantId, hostName]);
  const { administratorId, organisationId } = made;
  const admin = await signedInAs(app, { deps, tenantId, personId: administratorId });
  return {
    tenantId,
    administratorId,
    admin,
    register: async (personal) => {
      const answer = await admin.post('/api/people', { personal, unitId: organisationId });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body.id as PersonId;
    },
  };
};
