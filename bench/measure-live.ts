import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { serveBench } from './bench-server.ts';
import type { Bench } from './bench-zone.ts';
import { report } from './compare.ts';
import type { LivePlan } from './live-process.ts';

const STREAMS = 500;
const CHANGES = 20;
const PATIENCE_MS = 10_000;

type Heard = { readonly stream: number; readonly id: string; readonly at: number };

/** 500 live streams; how long after a change was asked for it is there, and whether one is lost. */
export const measureLive = async (bench: Bench): Promise<number> => {
  const server = await serveBench({ dataDir: bench.zone.dataDir, clock: bench.clock });
  const plan: LivePlan = {
    port: server.port,
    cookie: await bench.cookie(bench.zone.people.officer),
    streams: STREAMS,
  };
  const listener = spawn(process.execPath, [
    path.join(import.meta.dirname, 'live-process.ts'),
    JSON.stringify(plan),
  ]);
  const heard: Heard[] = [];
  const opened = Promise.withResolvers<void>();
  listener.stderr.on('data', (text: Buffer) => opened.reject(new Error(text.toString())));
  createInterface({ input: listener.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Heard | { readonly open: number };
    if ('open' in said) opened.resolve();
    else heard.push(said);
  });
  try {
    await opened.promise;
    const took: number[] = [];
    let lost = 0;
    for (let change = 0; change < CHANGES; change += 1) {
      const before = heard.length;
      const asked = performance.timeOrigin + performance.now();
      await raise(bench, server.port);
      const until = performance.now() + PATIENCE_MS;
      while (heard.length - before < STREAMS && performance.now() < until) await delay(5);
      const arrived = heard.slice(before);
      took.push(...arrived.map(({ at }) => at - asked));
      lost += Math.max(0, STREAMS - arrived.length);
    }
    const sorted = took.toSorted((one, other) => one - other);
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? PATIENCE_MS;
    console.log(
      `${CHANGES} changes on ${STREAMS} streams, p50 ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms`,
    );
    return (
      report('a change is on all streams, p95 in ms', p95, { most: 1_000 }) +
      report('changes that a stream did not get', lost, { most: 0 })
    );
  } finally {
    listener.kill('SIGKILL');
    await server.stop();
  }
};

const raise = async ({ zone, cookie }: Bench, port: number): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/demands`, {
    method: 'POST',
    headers: {
      cookie: await cookie(zone.people.contact),
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      channel: 'portal',
      enterpriseId: zone.enterpriseId,
      particulars: {
        title: '路灯不亮',
        text: '路灯不亮。',
        category: 'other',
        territoryId: zone.territories.park,
      },
    }),
  });
  if (response.status !== 201) throw new Error(`raise: ${response.status} ${await response.text()}`);
};
