import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const wrong = (pointer: string) => ({
  status: 400,
  body: { errors: [{ pointer, code: 'field.invalid-value' }] },
});

describe('a demand in a territory that there is not', async () => {
  const { as, enterpriseId, territories } = await testHouse();
  const demand = (territoryId: string) => ({
    channel: 'visit',
    enterpriseId,
    particulars: { title: '停电', text: '停电', category: 'power', territoryId },
  });

  it('is not registered', async () => {
    const answer = await as.officer.post('/api/demands', demand(randomUUID()));
    expect(answer).toMatchObject(wrong('/body/particulars/territoryId'));
  });

  it('is not moved there', async () => {
    const { id } = (await as.officer.post('/api/demands', demand(territories.park))).body;
    const changes = { territoryId: randomUUID() };
    const answer = await as.desk.post(`/api/demands/${id}/edit`, { changes }, { version: 1 });
    expect(answer).toMatchObject(wrong('/body/changes/territoryId'));
  });
});
