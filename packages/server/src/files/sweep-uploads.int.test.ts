import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes } from '@xiaoer/domain/time/instant';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { doDaily } from '../daily.ts';
import { createClient } from '../db/connect.ts';
import { read } from '../db/transact.ts';
import { testHouse } from '../testing/test-house.ts';
import { baselineJpeg, redPng } from './testing/sample-pictures.ts';

describe('uploads that nothing names', async () => {
  const house = await testHouse();
  const { as, clock } = house;
  const { storage } = house.deps.files;
  const sweep = (minutesFromNow: number) =>
    doDaily({ ...house.deps, announce: async () => undefined }, addMinutes(clock.now, minutesFromNow));
  const upload = async (bytes: Buffer) => (await as.officer.upload('/api/files', bytes)).body.fileId;
  const keyOf = async (fileId: string) => {
    const rows = await read(house.pool, { tenantId: house.tenantId }, (db) =>
      db.query<{ sha256: string }>('select sha256 from file where tenant_id = $1 and file_id = $2', [
        house.tenantId,
        fileId,
      ]),
    );
    return rows[0]?.sha256 ?? '';
  };
  const statusOf = async (fileId: string) => (await as.officer.get(`/api/files/${fileId}`)).status;

  it('go after a day with their content; what a demand names stays', async () => {
    const named = await upload(redPng());
    const unnamed = await upload(baselineJpeg());
    const registered = await as.officer.post('/api/demands', {
      channel: 'visit',
      enterpriseId: house.enterpriseId,
      particulars: { title: '路', text: '坑', category: 'roads', territoryId: house.territories.park },
      files: [named],
    });
    expect(registered.status).toBe(201);
    const keys = [await keyOf(named), await keyOf(unnamed)];
    await sweep(24 * 60 - 1);
    expect([await statusOf(named), await statusOf(unnamed)]).toEqual([200, 200]);
    await Promise.all([sweep(24 * 60 + 1), sweep(24 * 60 + 1)]);
    expect([await statusOf(named), await statusOf(unnamed)]).toEqual([200, 404]);
    expect(await Promise.all(keys.map((key) => storage.has(key)))).toEqual([true, false]);
  });

  it('leave the content that another file has too, in this zone or in another', async () => {
    const first = await upload(baselineJpeg());
    const key = await keyOf(first);
    clock.advance(60);
    const second = await upload(baselineJpeg());
    await sweep(23 * 60 + 1);
    expect([await statusOf(first), await statusOf(second), await storage.has(key)]).toEqual([404, 200, true]);
    const other = 2 as TenantId;
    const client = createClient(house.database.superuserConfig);
    await client.connect();
    await client.query(`insert into tenant values (${other}, 'west', '西区', 'West', null, false, 0, now())`);
    await client.query(
      `insert into file (tenant_id, file_id, sha256, kind, name, bytes, uploaded_at)
       values ($1, $2, $3, 'jpeg', 'a.jpg', 1, $4)`,
      [other, randomUUID(), key, '2030-01-01T00:00:00.000+08:00'],
    );
    await sweep(25 * 60);
    expect([await statusOf(second), await storage.has(key)]).toEqual([404, true]);
    await client.query('delete from file where tenant_id = $1', [other]);
    await client.end();
  });
});
