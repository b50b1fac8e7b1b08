import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../app.ts';
import { createClient } from '../db/connect.ts';
import { signedInAs, type Caller } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { redPng } from './testing/sample-pictures.ts';

const house = await testHouse();
const { as, people, tenantId } = house;
const { demand } = house.stores;

const naming = (fileId: string, title: string) => ({
  channel: 'visit',
  enterpriseId: house.enterpriseId,
  particulars: { title, text: title, category: 'roads', territoryId: house.territories.park },
  files: [fileId],
});

const upload = async (): Promise<string> => (await as.officer.upload('/api/files', redPng())).body.fileId;

const someoneWaits = async (): Promise<void> => {
  const client = createClient(house.database.superuserConfig);
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query('select 1 from pg_locks where not granted limit 1');
      if (rows.length > 0) return;
    }
  } finally {
    await client.end();
  }
};

/** An officer whose first command, once it holds its files, waits until what `meanwhile` sends waits for them. */
const officerWith = async (meanwhile: () => void): Promise<Caller> => {
  let isFirst = true;
  const holding: typeof demand = {
    ...demand,
    context: async (tx, situation) => {
      const context = await demand.context(tx, situation);
      if (isFirst) {
        isFirst = false;
        meanwhile();
        await someoneWaits();
      }
      return context;
    },
  };
  const deps = { ...house.deps, stores: { ...house.stores, demand: holding } };
  const app = await buildApp(deps);
  onTestFinished(() => app.close());
  return signedInAs(app, { deps, tenantId, personId: people.officer });
};

describe('an upload that two requests name in the same instant', () => {
  it('goes to the first; the other is told to try again, and may', async () => {
    const fileId = await upload();
    let late: ReturnType<Caller['post']> | undefined;
    const officer = await officerWith(() => {
      late = as.officer.post('/api/demands', naming(fileId, '第二件'));
    });
    const first = await officer.post('/api/demands', naming(fileId, '第一件'));
    expect(first.status).toBe(201);
    expect(await late).toMatchObject({ status: 409, body: { code: 'request.busy' } });
    const { body } = await as.desk.get<{ items: { title: string }[] }>('/api/demands?show=all');
    expect(body.items.map(({ title }) => title)).toEqual(['第一件']);
    expect((await as.officer.post('/api/demands', naming(fileId, '第二件'))).status).toBe(201);
  });

  it('answers the same request sent twice with the one demand it made', async () => {
    const fileId = await upload();
    const key = 'one-intention-0001';
    let again: ReturnType<Caller['post']> | undefined;
    const officer = await officerWith(() => {
      again = officer.post('/api/demands', naming(fileId, '同一件'), { key });
    });
    const first = await officer.post('/api/demands', naming(fileId, '同一件'), { key });
    expect(first.status).toBe(201);
    expect(await again).toMatchObject({ status: 201, body: { id: first.body.id } });
  });
});
