import { randomUUID } from 'node:crypto';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import { epochMilliseconds, type Instant } from '@xiaoer/domain/time/instant';
import type { Scenario, ScenarioStep } from '../../scenarios/scenario.ts';
import { insertTenant } from '../../packages/server/src/auth/tenants.ts';
import { createPool, JOB_POOL } from '../../packages/server/src/db/connect.ts';
import { transact } from '../../packages/server/src/db/transact.ts';
import { openSession, SESSION_COOKIE } from '../../packages/server/src/auth/session.ts';
import { house as houseOf } from '../../packages/server/src/house.ts';
import { heldConfiguration } from '../../packages/server/src/replay/held-configuration.ts';
import { replay } from '../../packages/server/src/replay/replay.ts';
import type { Stage } from './stage.ts';
import type { Device, Visitor } from './visitor.ts';

export type ScenarioZone = {
  /** Carries out steps of the story, and lets the zone and its visitors stand where its time has come to. */
  readonly play: (steps: readonly ScenarioStep[], until: Instant) => Promise<void>;
  /** Somebody of the scenario in front of a device, with a session. */
  readonly signedIn: (personId: PersonId, device?: Device) => Promise<Visitor>;
};

/** A zone of a scenario beside the furnished one: its story is replayed as far as a test wants it. */
export const openScenarioZone = async (
  stage: Stage,
  { id, name, nameEn }: Scenario,
): Promise<ScenarioZone> => {
  const { house } = stage;
  const tenantId = 2 as TenantId;
  const tenant = { tenantId, code: id, name, nameEn, sample: true };
  await transact(house.pool, { tenantId }, async (tx) => ({
    answer: await insertTenant(tx, tenant, house.clock.now),
    keep: true,
  }));
  const play: ScenarioZone['play'] = async (steps, until) => {
    const held = heldConfiguration(house.configuration);
    const { cutter, secret } = house.deps;
    const newId = randomUUID;
    const { registry } = houseOf({ configuration: held.configuration, cutter, secret, newId });
    const pool = createPool(house.database.appConfig, JOB_POOL);
    try {
      await replay({ pool, newId, registry, held }, { tenantId, steps, until });
    } finally {
      await pool.end();
    }
    const behind = epochMilliseconds(until) - epochMilliseconds(house.clock.now);
    await stage.pass({ minutes: behind / 60_000 });
  };
  const signedIn: ScenarioZone['signedIn'] = async (personId, device = 'desktop') => {
    const visitor = await stage.visitor(device);
    const session = { tenantId, personId, now: house.clock.now, address: '127.0.0.1', userAgent: 'story' };
    const value = await openSession(house.pool, session, randomUUID());
    await visitor.open('/healthz');
    const { origin: url } = new URL(visitor.page.url());
    await visitor.page.context().addCookies([{ name: SESSION_COOKIE, value, url }]);
    await visitor.open('/');
    return visitor;
  };
  return { play, signedIn };
};
