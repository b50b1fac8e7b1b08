import { setTimeout as delay } from 'node:timers/promises';
import { floor, load } from './children.ts';
import type { Bench } from './bench-zone.ts';
import { recordRequests, serveBench, type Send, type ServerPlan } from './bench-server.ts';
import { median, report, spread } from './compare.ts';
import type { FloorPlan } from './floor-process.ts';
import type { LoadPlan, LoadResult } from './load-process.ts';
import { soon } from './windows.ts';

const CONNECTIONS = 16;
const WARM_SECONDS = 6;

export type Case = {
  readonly name: string;
  readonly requests: LoadPlan['requests'];
  readonly cookies: readonly string[];
  /** The requests whose statements the floor sends, each alone, for the recording. */
  readonly recorded: readonly Send[];
  /** Texts of the recorded statements that must be new each time. */
  readonly fresh: (statements: string) => readonly string[];
  readonly expected: string;
  readonly share: number;
  readonly least: number;
  readonly mostTurns?: number;
  /** Product and floor change over every second. Only for what writes nothing: the server would work off what the floor wrote. */
  readonly bySeconds?: true;
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

type Run = { readonly bare: number; readonly result: LoadResult };

/** Measures the floor while the server is down, or in turns of a second with it. */
const runOnce = async (
  bench: Bench,
  one: Case,
  { plan, floorPlan }: { readonly plan: ServerPlan; readonly floorPlan: Omit<FloorPlan, 'windows'> },
): Promise<Run> => {
  const lasting = { seconds: bench.seconds, warmSeconds: WARM_SECONDS };
  const { requests, cookies, bySeconds } = one;
  const before = bySeconds ? undefined : await floor({ ...floorPlan, windows: soon(lasting) });
  const server = await serveBench(plan);
  try {
    await untilFollowedUp(bench);
    const { port } = server;
    const shape = { connections: CONNECTIONS, port, requests, cookies };
    if (before !== undefined) {
      const result = await load({ ...shape, windows: soon(lasting) });
      return { bare: before.perSecond, result };
    }
    const first = soon({ ...lasting, turn: 0 });
    const [bare, result] = await Promise.all([
      floor({ ...floorPlan, windows: first }),
      load({ ...shape, windows: { ...first, turn: 1 } }),
    ]);
    return { bare: bare.perSecond, result };
  } finally {
    await server.stop();
  }
};

/** Product and floor in turns, `runs` times; prints medians and the ratio. Answers with the number of missed targets. */
export const againstFloor = async (bench: Bench, one: Case): Promise<number> => {
  const plan: ServerPlan = { dataDir: bench.zone.dataDir, clock: bench.clock };
  const { file, requests } = await recordRequests(plan, one.recorded);
  const turns = Math.max(...requests.map(({ length }) => length));
  const statements = Math.max(...requests.map((recorded) => recorded.flat().length));
  console.log(`${one.name}: ${turns} round trips, ${statements} statements`);
  const config = bench.zone.configOf('xiaoer_app');
  const fresh = one.fresh(JSON.stringify(requests));
  const product: number[] = [];
  const bare: number[] = [];
  const tails: number[] = [];
  const floorPlan = { connections: CONNECTIONS, config, requests: file, fresh };
  for (let run = 0; run < bench.runs; run += 1) {
    const { bare: perSecond, result } = await runOnce(bench, one, { plan, floorPlan });
    const wrong = Object.entries(result.answers).filter(([status]) => status !== one.expected);
    if (wrong.length > 0) console.log(`  answers other than ${one.expected}: ${JSON.stringify(wrong)}`);
    bare.push(perSecond);
    product.push(result.answers[one.expected] === undefined ? 0 : result.perSecond);
    tails.push(result.p95);
  }
  console.log(`  product ${spread(product)}/s, p95 ${spread(tails)} ms; floor ${spread(bare)}/s`);
  const ratio = median(product.map((value, index) => value / (bare[index] ?? 1)));
  return (
    report(`${one.name}, per second`, median(product), { least: one.least }) +
    report(`${one.name}, percent of the floor`, ratio * 100, { least: one.share * 100 }) +
    (one.mostTurns === undefined ? 0 : report(`${one.name}, round trips`, turns, { most: one.mostTurns }))
  );
};

/** Sends one request and insists on the status. */
export const sendOnce =
  (cookie: string, request: LoadPlan['requests'][number], expected: string) =>
  async (port: number): Promise<string> => {
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
