import { setTimeout as delay } from 'node:timers/promises';
import { floor, load } from './children.ts';
import type { Bench } from './bench-zone.ts';
import { recordRequest, serveBench, type ServerPlan } from './bench-server.ts';
import { median, report, spread } from './compare.ts';
import type { LoadPlan } from './load-process.ts';

const CONNECTIONS = 16;
/** V8 has compiled what a request runs through after some two thousand of them; a server runs for weeks. */
const WARM_SECONDS = 6;

export type Case = {
  readonly name: string;
  readonly requests: LoadPlan['requests'];
  readonly cookies: readonly string[];
  /** One request alone, for the recording. */
  readonly once: (port: number) => Promise<unknown>;
  /** Texts of the recorded statements that must be new each time. */
  readonly fresh: (statements: string) => readonly string[];
  readonly expected: string;
  readonly share: number;
  readonly least: number;
  readonly mostTurns?: number;
};

/** What the floor wrote is worked off before the server is measured: only what follows from its own requests is its load. */
const untilFollowedUp = async ({ superuser }: Bench): Promise<void> => {
  for (;;) {
    const { rows } = await superuser.query<{ left: number }>(
      'select (select count(*) from outbox) + (select count(*) from unsealed) as left',
    );
    if (rows[0]?.left === 0) return;
    await delay(100);
  }
};

/** Product and floor in turns, `runs` times; prints medians and the ratio. Answers with the number of missed targets. */
export const againstFloor = async (bench: Bench, one: Case): Promise<number> => {
  const plan: ServerPlan = { dataDir: bench.zone.dataDir, clock: bench.clock };
  const { file, turns } = await recordRequest(plan, one.once);
  console.log(`${one.name}: ${turns.length} round trips, ${turns.flat().length} statements`);
  const config = bench.zone.configOf('xiaoer_app');
  const shape = { connections: CONNECTIONS, seconds: bench.seconds, warmSeconds: WARM_SECONDS };
  const product: number[] = [];
  const bare: number[] = [];
  const tails: number[] = [];
  const fresh = one.fresh(JSON.stringify(turns));
  for (let run = 0; run < bench.runs; run += 1) {
    // The server is down meanwhile: its workers would work off what the floor writes.
    bare.push((await floor({ ...shape, config, turns: file, fresh })).perSecond);
    const server = await serveBench(plan);
    try {
      await untilFollowedUp(bench);
      const result = await load({
        ...shape,
        port: server.port,
        requests: one.requests,
        cookies: one.cookies,
      });
      const wrong = Object.entries(result.answers).filter(([status]) => status !== one.expected);
      if (wrong.length > 0) console.log(`  answers other than ${one.expected}: ${JSON.stringify(wrong)}`);
      product.push(result.answers[one.expected] === undefined ? 0 : result.perSecond);
      tails.push(result.p95);
    } finally {
      await server.stop();
    }
  }
  console.log(`  product ${spread(product)}/s, p95 ${spread(tails)} ms; floor ${spread(bare)}/s`);
  const ratio = median(product.map((value, index) => value / (bare[index] ?? 1)));
  return (
    report(`${one.name}, per second`, median(product), { least: one.least }) +
    report(`${one.name}, percent of the floor`, ratio * 100, { least: one.share * 100 }) +
    (one.mostTurns === undefined
      ? 0
      : report(`${one.name}, round trips`, turns.length, { most: one.mostTurns }))
  );
};

/** Sends one request and insists on the status. */
export const sendOnce =
  (cookie: string, request: LoadPlan['requests'][number], expected: string) =>
  async (port: number): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${request.path}`, {
      method: request.method,
      headers: {
        cookie,
        ...(request.body !== undefined && {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    });
    const text = await response.text();
    if (String(response.status) !== expected) throw new Error(`${request.path}: ${response.status} ${text}`);
    return text;
  };
