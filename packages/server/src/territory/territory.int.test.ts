import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const { as, territories } = await testHouse();
type Listed = { items: { id: string; name: string; active: boolean; closedOn: string | null }[] };

const register = (name: string) =>
  as.admin.post('/api/territories', { name, kind: 'grid', parentId: territories.park });

describe('territories', () => {
  it('are registered, closed and listed for everybody', async () => {
    const { body } = await register('一网格');
    const closed = await as.admin.post(`/api/territories/${body.id}/close`, {}, { version: body.version });
    expect(closed.body).toEqual({ id: body.id, version: 2 });
    const { items } = (await as.contact.get<Listed>('/api/territories')).body;
    expect(items.find(({ id }) => id === body.id)).toMatchObject({ active: false, closedOn: '2022-06-01' });
  });

  it('are not closed over open ones', async () => {
    await register('二网格');
    const answer = await as.admin.post(`/api/territories/${territories.park}/close`, {}, { version: 1 });
    expect(answer.body.code).toBe('territory.has-active-children');
  });

  it('are not changed by somebody who saw an older version', async () => {
    const { body } = await register('三网格');
    const url = `/api/territories/${body.id}/rename`;
    await as.admin.post(url, { name: '四网格' }, { version: 1 });
    expect((await as.admin.post(url, { name: '五网格' }, { version: 1 })).status).toBe(412);
  });

  it('are the administrator’s to change', async () => {
    expect((await as.officer.post('/api/territories', { name: '越权', kind: 'grid' })).status).toBe(403);
  });

  it('say which field cannot be accepted', async () => {
    const answer = await as.admin.post<{ errors: unknown[] }>('/api/territories', {
      name: ' ',
      kind: 'moon',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([
      { pointer: '/body/name', code: 'field.required' },
      { pointer: '/body/kind', code: 'field.invalid-value' },
    ]);
  });
});
