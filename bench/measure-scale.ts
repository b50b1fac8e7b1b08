import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { dateOf } from '@xiaoer/domain/time/instant';
import { addDays } from '@xiaoer/domain/time/local-date';
import { sessionCookie } from '../packages/server/src/testing/scratch-zone.ts';
import { serveBench } from './bench-server.ts';
import type { Bench } from './bench-zone.ts';
import { load } from './children.ts';
import { soon } from './windows.ts';
import { report } from './compare.ts';
import { copyTenants, generate, type TenantSize } from './generate.ts';

const TENANTS = 150;
/** The largest zone has a tenth of all demands. */
const LARGEST = 0.1;
const CONNECTIONS = 16;
const P95_MS = 100;

const sum = (sizes: readonly number[]): number => sizes.reduce((total, one) => total + one, 0);

/** Sizes that fall as a power of the rank, so that the largest is a tenth and all together are `size`. */
const sizesOf = (size: number): readonly number[] => {
  const largest = size * LARGEST;
  const sizesFor = (power: number) =>
    Array.from({ length: TENANTS }, (_, rank) => Math.max(1, Math.round(largest * (rank + 1) ** -power)));
  let low = 0;
  let high = 3;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sum(sizesFor(middle)) > size) low = middle;
    else high = middle;
  }
  return sizesFor(high);
};

const requestsOf = (today: string): readonly (readonly [string, string])[] => [
  ['list by due date', '/api/demands?show=open&limit=50'],
  ['list of all, newest first', '/api/demands?show=all&sort=raisedAt&order=desc&limit=50'],
  ['list with filters', '/api/demands?show=open&light=red&urgency=general&limit=50'],
  ['search', `/api/demands?show=all&limit=50&q=${encodeURIComponent('东门积水')}`],
  ['figures', '/api/figures'],
  ['desk', '/api/desk'],
  ['as-of list', `/api/figures/demands-overdue/rows?asOf=${addDays(today as never, -30)}&limit=50`],
];

const MEDIAN = Math.floor(TENANTS / 2);

const fill = async (bench: Bench): Promise<readonly number[]> => {
  const sizes = sizesOf(bench.size);
  const began = performance.now();
  const [largest = 0, ...others] = sizes;
  const { events } = await generate(bench, largest);
  const seconds = () => Math.round((performance.now() - began) / 1_000);
  console.log(`the largest zone: ${largest} demands with ${events} events, ${seconds()} s`);
  const rest: readonly TenantSize[] = others.map((demands, index) => ({
    tenantId: index + 2,
    demands,
    events: index + 1 === MEDIAN,
  }));
  await copyTenants(bench, rest, () => undefined);
  console.log(`generated in ${seconds()} s`);
  bench.keep(sizes);
  return sizes;
};

/** List, search, figures, desk and as-of list in the largest and in a median tenant of many. */
export const measureScale = async (bench: Bench): Promise<number> => {
  const sizes = bench.kept ?? (await fill(bench));
  console.log(`${sum(sizes)} demands in ${sizes.length} zones, the median one ${sizes[MEDIAN]}`);
  return measureZones(bench, [
    ['largest', 1],
    ['median', MEDIAN + 1],
  ]);
};

const measureZones = async (bench: Bench, zones: readonly (readonly [string, number])[]): Promise<number> => {
  const pool = bench.zone.openPool();
  const server = await serveBench({ dataDir: bench.zone.dataDir, clock: bench.clock });
  let missed = 0;
  try {
    for (const [name, tenantId] of zones) {
      const { desk, handlerOne } = bench.zone.people;
      const cookies = [];
      for (const personId of [desk, handlerOne])
        cookies.push(
          await sessionCookie(pool, { tenantId: tenantId as TenantId, personId, now: bench.now() }),
        );
      for (const [what, path] of requestsOf(dateOf(bench.now()))) {
        const result = await load({
          port: server.port,
          connections: CONNECTIONS,
          windows: soon({ seconds: bench.seconds, warmSeconds: 2 }),
          requests: [{ method: 'GET', path }],
          cookies,
        });
        const wrong = Object.keys(result.answers).filter((status) => status !== '200');
        if (wrong.length > 0) console.log(`  answers: ${JSON.stringify(result.answers)}`);
        const line = `${name} zone, ${what}, p95 in ms (p50 ${result.p50.toFixed(1)}, ${Math.round(result.perSecond)}/s)`;
        const p95 = result.perSecond > 0 ? result.p95 : Infinity;
        missed += wrong.length > 0 ? 1 : report(line, p95, { most: P95_MS });
      }
    }
  } finally {
    await server.stop();
    await pool.end();
  }
  return missed;
};
