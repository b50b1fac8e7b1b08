import { expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const { app } = await testHouse();

it.each(['/%E8', '/api/demands/%', '/api/demands/%E8%'])(
  'answers an address that cannot be read as it answers all: %s',
  async (url) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.json()).toMatchObject({ code: 'request.invalid' });
    expect(answer.headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  },
);
