import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openApi } from '@xiaoer/contract/openapi';
import type { ResponseOf } from '@xiaoer/contract/route';
import type { FastifyInstance } from 'fastify';
import type { JsonOf } from '../http/json-text.ts';
import { servePublic, type ServeDeps } from '../http/serve.ts';

/** The committed document; a test keeps it equal to the routes. */
const DOCUMENT = path.join(import.meta.dirname, '../../../../openapi.json');

/** What the interface is, for programs that are to use it. */
export const openApiRoutes = (app: FastifyInstance, deps: ServeDeps): void =>
  servePublic(app, { deps, route: openApi }, async () => ({
    json: (await readFile(DOCUMENT, 'utf8')) as JsonOf<ResponseOf<typeof openApi>>,
  }));
