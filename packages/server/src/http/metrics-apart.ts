import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Pool } from 'pg';
import { METRICS_TYPE, metricsText } from './metrics.ts';

/** Serves the metrics, and nothing else, at an address of their own. Answers with what stops it. */
export const serveMetricsApart = async (
  pool: Pool,
  address: { readonly port: number; readonly host: string },
): Promise<() => Promise<void>> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metricsText(pool).then(
      (text) => response.writeHead(200, { 'content-type': METRICS_TYPE }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(address);
  await once(server, 'listening');
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
};
