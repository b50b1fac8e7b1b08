import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FloorPlan, FloorResult } from './floor-process.ts';
import type { LoadPlan, LoadResult } from './load-process.ts';

const runFile = promisify(execFile);

const child = async (file: string, plan: object): Promise<unknown> => {
  const { stdout } = await runFile(
    process.execPath,
    [path.join(import.meta.dirname, file), JSON.stringify(plan)],
    {
      maxBuffer: 10_000_000,
    },
  );
  return JSON.parse(stdout);
};

/** Puts HTTP load on the server from a process of its own. */
export const load = async (plan: LoadPlan): Promise<LoadResult> =>
  (await child('load-process.ts', plan)) as LoadResult;

/** The same statements in the same round trips, from one Node process with nothing around them. */
export const floor = async (plan: FloorPlan): Promise<FloorResult> =>
  (await child('floor-process.ts', plan)) as FloorResult;
