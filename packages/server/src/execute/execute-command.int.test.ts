import type { Actor, PersonActor } from '@xiaoer/domain/access/actor';
import type { OrganisationId, PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { OrganisationCommand } from '@xiaoer/domain/organisation/commands';
import type { Instant } from '@xiaoer/domain/time/instant';
import { assertDate } from '@xiaoer/domain/time/local-date';
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { createPool, WEB_POOL } from '../db/connect.ts';
import { organisationStore } from '../organisation/store.ts';
import { testDatabase } from '../testing/database.ts';
import { executeCommand, executeCommands, type ExecuteDeps, type Request } from './execute-command.ts';
import { stepOf } from './step.ts';

const database = await testDatabase();
const pool = createPool(database.appConfig, WEB_POOL);
afterAll(() => pool.end());

let woken = 0;
const deps: ExecuteDeps = { pool, newId: randomUUID, wake: () => (woken += 1) };
const store = organisationStore(
  configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR }),
);

const tenantId = 1 as TenantId;
const admin: PersonActor = {
  kind: 'person',
  today: assertDate('2022-06-01'),
  tenantId,
  personId: randomUUID() as PersonId,
  grants: [{ role: 'admin', organisationIds: [], territoryIds: [] }],
};
const request = (key?: string, body = 'same'): Request => ({
  scope: { tenantId },
  actor: admin,
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  key: key === undefined ? undefined : { key, requestHash: body },
});

const registering = (id = randomUUID() as OrganisationId) =>
  stepOf(store, {
    id,
    command: {
      type: 'RegisterOrganisation',
      organisationId: id,
      name: '渝富公司',
      kind: 'townCompany',
      calendar: 'department',
    },
  });

const on = (id: string, command: OrganisationCommand, expectedVersion?: number) =>
  stepOf(store, { id, command, expectedVersion });

const rowsOf = async (table: string, id: string): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query("begin; select set_config('app.tenant', '1', true)");
    const { rows } = await client.query(`select count(*) as n from ${table} where stream_id = $1`, [id]);
    await client.query('rollback');
    return rows[0].n;
  } finally {
    client.release();
  }
};

describe('executing a command', () => {
  it('writes log, outbox, unsealed tail and state in one transaction', async () => {
    const step = registering();
    const outcome = await executeCommand(deps, request(), step);
    expect(outcome).toEqual({
      kind: 'done',
      written: [{ aggregate: 'organisation', id: step.id, version: 1 }],
      replayed: false,
    });
    expect(await rowsOf('event_log', step.id)).toBe(1);
    expect(await rowsOf('outbox', step.id)).toBe(1);
    expect(await rowsOf('unsealed', step.id)).toBe(1);
    expect(woken).toBeGreaterThan(0);
  });

  it('writes nothing when the command is refused', async () => {
    const step = registering();
    await executeCommand(deps, request(), step);
    const outcome = await executeCommand(deps, request(), on(step.id, { type: 'ReopenOrganisation' }));
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'organisation.not-closed' } });
    expect(await rowsOf('event_log', step.id)).toBe(1);
  });

  it('answers a repeated key with the first success, and refuses the key for another request', async () => {
    const step = registering();
    const first = await executeCommand(deps, request('key-00000001'), step);
    const again = await executeCommand(deps, request('key-00000001'), step);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await executeCommand(deps, request('key-00000001', 'other'), step)).toEqual({
      kind: 'key-reused',
    });
  });

  it('lets one of two senders of the same key win and answers both alike', async () => {
    const step = registering();
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => executeCommand(deps, request('key-00000002'), step)),
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done', 'done']);
    expect(await rowsOf('event_log', step.id)).toBe(1);
  });

  it('does not store a refusal under its key', async () => {
    const { id } = registering();
    const rename = on(id, { type: 'RenameOrganisation', name: '新名' });
    expect(await executeCommand(deps, request('key-00000003'), rename)).toMatchObject({ kind: 'refused' });
    await executeCommand(deps, request(), registering(id as OrganisationId));
    expect(await executeCommand(deps, request('key-00000003'), rename)).toMatchObject({ kind: 'done' });
  });

  it('refuses a change of a version that is no longer the newest', async () => {
    const step = registering();
    await executeCommand(deps, request(), step);
    const outcomes = await Promise.all(
      ['甲', '乙'].map((name) =>
        executeCommand(deps, request(), on(step.id, { type: 'RenameOrganisation', name }, 1)),
      ),
    );
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['done', 'stale']);
  });

  it('does all of a list or nothing', async () => {
    const good = registering();
    const bad = on(randomUUID(), { type: 'CloseOrganisation' });
    expect(await executeCommands(deps, request(), [good, bad])).toMatchObject({ kind: 'refused', index: 1 });
    expect(await rowsOf('event_log', good.id)).toBe(0);
    const other = registering();
    expect(await executeCommands(deps, request(), [good, other])).toMatchObject({ kind: 'done' });
    expect(await rowsOf('event_log', good.id)).toBe(1);
  });

  it('lets two commands of one list see each other on one stream', async () => {
    const step = registering();
    const outcome = await executeCommands(deps, request(), [
      step,
      on(step.id, { type: 'CloseOrganisation' }),
    ]);
    expect(outcome).toMatchObject({ kind: 'done', written: [{ version: 2 }] });
  });

  it('never lets somebody without the right act', async () => {
    const guest: Actor = { ...admin, grants: [] };
    const outcome = await executeCommand(deps, { ...request(), actor: guest }, registering());
    expect(['forbidden', 'hidden']).toContain(outcome.kind);
  });

  it('tells somebody without the right no version, however old the one they sent', async () => {
    const step = registering();
    await executeCommand(deps, request(), step);
    const rename = on(step.id, { type: 'RenameOrganisation', name: '新名' }, 99);
    expect(await executeCommand(deps, request(), rename)).toMatchObject({ kind: 'stale', version: 1 });
    const guest: Actor = { ...admin, grants: [] };
    expect(await executeCommand(deps, { ...request(), actor: guest }, rename)).toEqual({
      kind: 'hidden',
      index: 0,
    });
  });
});
