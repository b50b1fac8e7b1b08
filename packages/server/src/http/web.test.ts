import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { answerErrors } from './errors.ts';
import { serveWeb } from './web.ts';

const above = mkdtempSync(path.join(tmpdir(), 'xiaoer-web-'));
// A folder whose own path has a part that is called as the folder inside it.
const folder = path.join(above, 'assets', 'web');
const build = (name: string): void => {
  rmSync(path.join(folder, 'assets'), { recursive: true, force: true });
  for (const inside of ['assets', '.vite']) mkdirSync(path.join(folder, inside), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), `<script src="/assets/${name}.js"></script>`);
  writeFileSync(path.join(folder, 'assets', `${name}.js`), name);
  writeFileSync(path.join(folder, '.vite', 'manifest.json'), '{}');
};
build('first');

const app = fastify();
answerErrors(app);
await serveWeb(app, folder);
afterAll(async () => {
  await app.close();
  rmSync(above, { recursive: true });
});

const get = async (url: string) => {
  const { statusCode, body, headers } = await app.inject({ url });
  return { status: statusCode, body, kept: headers['cache-control'], type: headers['content-type'] };
};
const PAGE = (name: string) => ({
  status: 200,
  body: `<script src="/assets/${name}.js"></script>`,
  kept: 'no-cache',
});

describe('the built client', () => {
  it('keeps its assets for a year, and asks for its page anew', async () => {
    const lasting = 'public, max-age=31536000, immutable';
    expect(await get('/assets/first.js')).toMatchObject({ status: 200, body: 'first', kept: lasting });
    expect(await get('/')).toMatchObject(PAGE('first'));
  });

  it('is the one page under every address that is neither a call nor an asset', async () => {
    for (const url of ['/demands/1?act=route', '/a.b', '/.vite/manifest.json', '/assets'])
      expect(await get(url)).toMatchObject(PAGE('first'));
    for (const url of ['/api/nothing', '/assets/none.js', '/assets/'])
      expect(await get(url)).toMatchObject({ status: 404, type: expect.stringContaining('problem+json') });
    expect((await app.inject({ method: 'POST', url: '/demands' })).statusCode).toBe(404);
  });

  it('is nothing under an address that no file can have', async () => {
    for (const url of ['//x', '/%00', '/a%00b', `/${'x'.repeat(256)}`])
      expect(await get(url)).toMatchObject({
        status: 404,
        body: expect.stringContaining('request.not-found'),
      });
  });

  it('is there whole when it is built anew under a running server', async () => {
    build('second');
    expect(await get('/')).toMatchObject(PAGE('second'));
    expect(await get('/assets/second.js')).toMatchObject({ status: 200, body: 'second' });
    expect((await get('/assets/first.js')).status).toBe(404);
  });
});
