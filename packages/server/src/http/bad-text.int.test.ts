import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

describe('what no database can keep', async () => {
  const { as, stranger, enterpriseId, territories } = await testHouse();
  const demand = (title: string, text: string) => ({
    channel: 'visit',
    enterpriseId,
    particulars: { title, text, category: 'power', territoryId: territories.park, tags: [text.slice(0, 9)] },
  });

  it('is left out of a text: null characters and halves of characters', async () => {
    const { status, body } = await as.officer.post('/api/demands', demand('停\0电', '停电了\ud83d'));
    expect(status).toBe(201);
    const { demand: kept } = (
      await as.desk.get<{ demand: { particulars: object } }>(`/api/demands/${body.id}`)
    ).body;
    expect(kept.particulars).toMatchObject({ title: '停电', text: '停电了\ufffd', tags: ['停电了\ufffd'] });
  });

  it('is no word longer than the search can hold: the demand is registered and found by its other words', async () => {
    for (const length of [1_990, 2_000, 2_001, 2_046, 3_000]) {
      const url = `登录地址打不开 https://example.com/?token=${'a'.repeat(length)}`;
      expect(await as.officer.post('/api/demands', demand(`地址${length}`, url))).toMatchObject({
        status: 201,
      });
    }
    const found = await as.desk.get<{ items: object[] }>(`/api/demands?q=${encodeURIComponent('登录地址')}`);
    expect(found.body.items).toHaveLength(5);
  });

  it('leaves a text empty that is nothing else', async () => {
    const { status, body } = await as.officer.post('/api/demands', demand('\0', '停电'));
    expect([status, body]).toMatchObject([
      400,
      { errors: [{ pointer: '/body/particulars/title', code: 'field.required' }] },
    ]);
  });

  it('finds nobody and nothing', async () => {
    const signIn = { account: 'de\0sk', password: 'x' };
    expect((await stranger.post('/api/sign-in/password', signIn)).status).toBe(401);
    expect((await as.desk.post('/api/demands/suggest', { text: '停电\0\ud83d' })).status).toBe(200);
    expect((await as.desk.get('/api/enterprises?q=%00')).status).toBe(200);
  });

  it('is a day outside the years a zone may speak of', async () => {
    for (const day of ['0000-02-28', '0001-01-01', '9999-12-31', '3000-01-01'])
      for (const path of [`/api/figures?asOf=${day}`, `/api/demands?raisedTo=${day}`])
        expect([path, await as.desk.get(path)]).toMatchObject([path, { status: 400 }]);
    expect((await as.desk.get('/api/figures?asOf=2999-12-31')).status).toBe(200);
  });
});
