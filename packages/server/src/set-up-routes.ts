import { setUp, setUpNeeded } from '@xiaoer/contract/set-up';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import { hashPassword, SAMPLE_PASSWORD } from './auth/password.ts';
import { hasTenants } from './auth/tenants.ts';
import { problemOf } from './http/problem.ts';
import { servePublic, type ServeDeps } from './http/serve.ts';
import { setUpZone, type SetUpDeps } from './set-up.ts';

const FIRST = 1 as TenantId;
const NOT_FOUND = { problem: problemOf('request.not-found') };

/** The first zone and its administrator, by whoever comes first; once there is a zone these routes hide. */
export const setUpRoutes = (app: FastifyInstance, deps: ServeDeps & SetUpDeps): void => {
  servePublic(app, { deps, route: setUpNeeded }, async () => ({
    body: { needed: !(await hasTenants(deps.pool)) },
  }));
  servePublic(app, { deps, route: setUp }, async ({ body, now }) => {
    if (await hasTenants(deps.pool)) return NOT_FOUND;
    if (body.password === SAMPLE_PASSWORD) return { problem: problemOf('sign-in.sample-password') };
    const { zoneName, zoneNameEn, zoneCode, name, account, password } = body;
    const made = await setUpZone(deps, {
      tenant: {
        tenantId: FIRST,
        code: zoneCode,
        name: zoneName,
        nameEn: zoneNameEn === '' ? zoneName : zoneNameEn,
        sample: false,
      },
      administrator: { name, account, passwordHash: await hashPassword(password) },
      now,
    });
    return made === undefined ? NOT_FOUND : { body: { tenant: zoneCode } };
  });
};
