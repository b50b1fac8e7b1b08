import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stopAbandoned } from '../packages/server/src/embedded/start-embedded.ts';
import { openBench, type Bench } from './bench-zone.ts';
import { measureEye } from './measure-eye.ts';
import { measureLive } from './measure-live.ts';
import { measureReads } from './measure-reads.ts';
import { measureReplay } from './measure-replay.ts';
import { measureScale } from './measure-scale.ts';
import { measureSchedule } from './measure-schedule.ts';
import { measureStart } from './measure-start.ts';
import { measureVerify } from './measure-verify.ts';
import { measureWrites } from './measure-writes.ts';
import { measureMemory } from './measure-memory.ts';

// npm run bench [-- --only schedule,start,replay,verify,writes,reads,live,memory,eye,scale] [--seconds 5] [--runs 5] [--demands 100000]
// [--size 2000000] [--minutes 10] [--keep FOLDER]: the zones generated for `scale` stay there, and a later run measures them
// again. Product and floor take turns in one run; medians and ratios are printed. bench/RESULTS.md says how.

const PARTS = {
  writes: measureWrites,
  reads: measureReads,
  live: measureLive,
  memory: measureMemory,
  scale: measureScale,
  eye: measureEye,
  start: measureStart,
  replay: measureReplay,
  verify: measureVerify,
  schedule: measureSchedule,
};
type Part = keyof typeof PARTS;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'schedule,start,replay,verify,writes,reads,live,memory,eye' },
    seconds: { type: 'string', default: '5' },
    runs: { type: 'string', default: '5' },
    demands: { type: 'string', default: '100000' },
    size: { type: 'string', default: '2000000' },
    minutes: { type: 'string', default: '10' },
    keep: { type: 'string' },
  },
});
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), 'xiaoer-bench-'));
// PostgreSQL runs as an ordinary user and must get through.
chmodSync(folder, 0o711);
const load = () => loadavg()[0]?.toFixed(1);
console.log(`${cpus().length} cores of ${cpus()[0]?.model}, load before: ${load()}, Node ${process.version}`);
let bench: Bench | undefined;
try {
  bench = await openBench(path.join(folder, 'zone'), {
    seconds: Number(values.seconds),
    runs: Number(values.runs),
    demands: Number(values.demands),
    size: Number(values.size),
    minutes: Number(values.minutes),
  });
  let missed = 0;
  for (const part of values.only.split(',') as Part[]) {
    console.log(`\n${part} (load ${load()})`);
    missed += await PARTS[part](bench);
  }
  console.log(missed === 0 ? '\nEvery target is met.' : `\n${missed} targets are missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await bench?.close();
  await stopAbandoned(path.join(folder, 'zone'));
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.exit();
