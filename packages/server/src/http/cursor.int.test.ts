import { ROUTES } from '@xiaoer/contract/routes';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ZodObject } from 'zod';
import { testHouse } from '../testing/test-house.ts';
import { cursorOf } from './cursor.ts';

const paged = ROUTES.filter(({ query }) => query !== undefined && 'cursor' in (query as ZodObject).shape).map(
  ({ path }) => path,
);

describe('a cursor', async () => {
  const house = await testHouse();
  const { body } = await house.as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId: house.enterpriseId,
    particulars: { title: '路', text: '坑', category: 'roads', territoryId: house.territories.park },
  });
  const ask = (path: string, cursor: string) => {
    const staff = path === '/api/audit' ? house.as.inspector : house.as.desk;
    const who = path.startsWith('/api/portal') ? house.as.contact : staff;
    const id = path.includes('enterprises') ? house.enterpriseId : body.id;
    return who.get<{ code?: string; errors?: object[] }>(
      `${path.replace('{id}', id).replace('{kind}', 'problems')}?limit=1&cursor=${encodeURIComponent(cursor)}`,
    );
  };
  const refusal = {
    status: 400,
    body: {
      code: 'request.invalid',
      errors: [{ pointer: '/query/cursor', code: 'field.invalid-format' }],
    },
  };

  it('is taken by the lists that come in pages', () => expect(paged.length).toBeGreaterThan(8));

  it.each(paged)('that nobody made is refused at its field, never the first page again: %s', async (path) => {
    for (const cursor of ['x', '%%%', Buffer.from('["a"]').toString('base64url')])
      expect([cursor, await ask(path, cursor)]).toMatchObject([cursor, refusal]);
  });

  it.each(paged)(
    'of a list in another order is a fault of the request, never of the program: %s',
    async (path) => {
      const answer = await ask(path, cursorOf(['no day, no moment', randomUUID()]));
      if (answer.status !== 200) expect(answer).toMatchObject(refusal);
    },
  );
});
