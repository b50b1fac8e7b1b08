import { setTimeout as delay } from 'node:timers/promises';
import type { importState } from '@xiaoer/contract/imports';
import type { ResponseOf } from '@xiaoer/contract/route';
import { sheetOf } from '../packages/server/src/testing/sheet-of.ts';
import { serveBench, type BenchServer } from './bench-server.ts';
import type { Bench } from './bench-zone.ts';
import { load } from './children.ts';
import { report } from './compare.ts';
import { soon } from './windows.ts';
import { proportionalMegabytes, watchMemory } from './process-memory.ts';

type State = ResponseOf<typeof importState>;

const ROWS = 5_000;
const PLACES = ['东门', '西门', '一厂', '二厂', '云汉大道', '方正路', '万寿路'];
const MATTERS = ['路灯不亮', '积水两天', '停电半日', '网络中断', '绿化遮挡视线', '围挡未拆'];

const sheet = (enterprise: string): Promise<Buffer> =>
  sheetOf([
    ['企业名称', '标题', '诉求内容*', '类别'],
    ...Array.from({ length: ROWS }, (_, row) => {
      const what = `${PLACES[row % PLACES.length]}${MATTERS[row % MATTERS.length]}`;
      const text = `${what}，第${row}号，影响员工上下班与货车进出，请尽快处理。`;
      return [enterprise, `${what}（${row}）`, text, 'other'];
    }),
  ]);

/** What the server takes after minutes of mixed load, and while 5,000 rows are imported. */
export const measureMemory = async (bench: Bench): Promise<number> => {
  const server = await serveBench({ dataDir: bench.zone.dataDir, clock: bench.clock });
  try {
    return (await afterLoad(bench, server)) + (await whileImporting(bench, server));
  } finally {
    await server.stop();
  }
};

const pidOf = ({ program }: BenchServer): number => program.child.pid ?? 0;

const afterLoad = async (bench: Bench, server: BenchServer): Promise<number> => {
  const { people, enterpriseId, territories } = bench.zone;
  const particulars = {
    title: '东门外积水',
    text: '厂区东门外道路雨后积水，货车进出受阻。',
    category: 'other',
    territoryId: territories.park,
  };
  const watch = watchMemory(pidOf(server));
  const result = await load({
    port: server.port,
    connections: 16,
    windows: soon({ seconds: bench.minutes * 60, warmSeconds: 1 }),
    requests: [
      { method: 'GET', path: '/api/demands?show=open&limit=50' },
      { method: 'GET', path: `/api/demands?show=all&limit=50&q=${encodeURIComponent('积水')}` },
      { method: 'GET', path: '/api/desk' },
      { method: 'GET', path: '/api/figures' },
      { method: 'POST', path: '/api/demands', body: { channel: 'counter', enterpriseId, particulars } },
    ],
    cookies: [await bench.cookie(people.desk)],
  });
  const { peak, last } = watch();
  const asked = Math.round(result.perSecond * bench.minutes * 60);
  console.log(`${bench.minutes} minutes of load, ${asked} requests: ${JSON.stringify(result.answers)}`);
  console.log(`  highest ${Math.round(peak)} MB`);
  return report(`the server's memory after ${bench.minutes} minutes, MB`, last, { most: 250 });
};

const whileImporting = async (bench: Bench, server: BenchServer): Promise<number> => {
  const name = await enterpriseName(bench);
  const body = await sheet(name);
  const cookie = await bench.cookie(bench.zone.people.desk);
  const api = `http://127.0.0.1:${server.port}/api/imports`;
  const headers = {
    cookie,
    'content-type': 'application/octet-stream',
    'idempotency-key': crypto.randomUUID(),
  };
  const until = async (id: string, wanted: State['status']): Promise<void> => {
    for (;;) {
      const state = (await (await fetch(`${api}/${id}`, { headers: { cookie } })).json()) as State;
      if (state.status === wanted) {
        if (state.report?.rowsWithErrors) throw new Error(JSON.stringify(state.report).slice(0, 500));
        return;
      }
      if (state.report?.refusal) throw new Error(JSON.stringify(state.report.refusal));
      await delay(100);
    }
  };
  console.log(`  before the import ${Math.round(proportionalMegabytes(pidOf(server)))} MB`);
  const watch = watchMemory(pidOf(server));
  const began = performance.now();
  const sent = await fetch(`${api}?name=bench.xlsx`, { method: 'POST', headers, body: new Uint8Array(body) });
  if (sent.status !== 202) throw new Error(`import: ${sent.status} ${await sent.text()}`);
  const { importId } = (await sent.json()) as { importId: string };
  await until(importId, 'checked');
  const checked = performance.now();
  const commit = await fetch(`${api}/${importId}/commit`, {
    method: 'POST',
    headers: { cookie, 'idempotency-key': crypto.randomUUID() },
  });
  if (commit.status !== 202) throw new Error(`commit: ${commit.status} ${await commit.text()}`);
  await until(importId, 'committed');
  const done = performance.now();
  const { peak } = watch();
  console.log(`  checked in ${((checked - began) / 1_000).toFixed(1)} s`);
  return (
    report(`${ROWS} rows imported, seconds`, (done - began) / 1_000, { most: 20 }) +
    report('highest memory while importing, MB', peak, { most: 400 })
  );
};

const enterpriseName = async ({ superuser, zone }: Bench): Promise<string> => {
  const { rows } = await superuser.query<{ name: string }>(
    'select name from enterprise where tenant_id = $1 and enterprise_id = $2',
    [zone.tenantId, zone.enterpriseId],
  );
  return rows[0]?.name ?? '';
};
