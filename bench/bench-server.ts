import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../packages/server/src/testing/free-port.ts';
import type { Turn } from '../packages/server/src/testing/record-statements.ts';
import { killNow, runProgram, untilReady, type Program } from '../tools/crash/server-process.ts';
import type { ClockPlan } from '../tools/crash/simulated-time.ts';

export type BenchServer = {
  readonly port: number;
  readonly program: Program;
  readonly stop: () => Promise<void>;
};

const RECORDER = path.join(import.meta.dirname, 'record-in-server.ts');

export type ServerPlan = {
  readonly dataDir: string;
  readonly clock: ClockPlan;
  readonly nodeOptions?: string;
};

/** The program as it is, `xiaoer serve`, on the simulated clock at its natural speed. */
export const serveBench = async ({ dataDir, clock, nodeOptions }: ServerPlan): Promise<BenchServer> => {
  const port = await freePort();
  const program = runProgram({
    args: ['serve'],
    env: {
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      SCENARIO: 'none',
      LOG_LEVEL: 'error',
      ...(nodeOptions !== undefined && {
        NODE_OPTIONS: nodeOptions,
        BENCH_RECORD: path.join(dataDir, 'turns'),
      }),
    },
    clock,
  });
  await untilReady(port, program);
  return {
    port,
    program,
    stop: async () => {
      program.child.kill('SIGTERM');
      await Promise.race([program.ended, delay(15_000)]);
      if (program.child.exitCode === null) await killNow(program);
    },
  };
};

export type Send = (port: number) => Promise<unknown>;
type Recorded = { readonly file: string; readonly requests: readonly (readonly Turn[])[] };

/** The statements of each request, as the server sends them when it is warm. Written to a file for the floor. */
export const recordRequests = async (plan: ServerPlan, sends: readonly Send[]): Promise<Recorded> => {
  const server = await serveBench({ ...plan, nodeOptions: `--import=${RECORDER}` });
  const file = path.join(plan.dataDir, 'turns');
  const take = async (): Promise<readonly Turn[]> => {
    rmSync(`${file}.done`, { force: true });
    server.program.child.kill('SIGUSR2');
    while (!existsSync(`${file}.done`)) await delay(5);
    return JSON.parse(readFileSync(`${file}.new`, 'utf8')) as readonly Turn[];
  };
  try {
    for (let warm = 0; warm < 3; warm += 1) for (const send of sends) await send(server.port);
    await delay(500);
    await take();
    const requests: (readonly Turn[])[] = [];
    for (const send of sends) {
      await send(server.port);
      await delay(200);
      requests.push(await take());
    }
    writeFileSync(`${file}.requests`, JSON.stringify(requests));
    return { file: `${file}.requests`, requests };
  } finally {
    await server.stop();
  }
};
