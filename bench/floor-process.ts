import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ClientConfig, PoolClient } from 'pg';
import { createPool } from '../packages/server/src/db/connect.ts';
import { workThrough, type Windows } from './windows.ts';
import type { Turn } from '../packages/server/src/testing/record-statements.ts';

/** What the floor is told, as JSON in its one argument. */
export type FloorPlan = {
  readonly config: ClientConfig;
  readonly connections: number;
  readonly windows: Windows;
  /** A file with the round trips of each recorded request. */
  readonly requests: string;
  /** Texts in the parameters that each repetition replaces by new ones of the same shape. */
  readonly fresh: readonly string[];
};
export type FloorResult = { readonly perSecond: number; readonly rows: number };

const UUID = /^[0-9a-f]{8}-/;

/** A new uuid, or the same beginning with a random end. */
const freshValue = (old: string): string =>
  UUID.test(old) ? randomUUID() : old.slice(0, 9) + randomUUID().slice(0, 12);

const renewed = (value: unknown, fresh: readonly (readonly [string, string])[]): unknown => {
  if (typeof value !== 'string') return value;
  let text = value;
  for (const [old, now] of fresh) text = text.replaceAll(old, now);
  return text;
};

const binary = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[])
    : value;

/** Sends a turn's statements together and waits for their answers. */
const repeat = async (client: PoolClient, plan: FloorPlan, turns: readonly Turn[]): Promise<number> => {
  const fresh = plan.fresh.map((old) => [old, freshValue(old)] as const);
  let rows = 0;
  for (const turn of turns) {
    const answers = await Promise.all(
      turn.map(({ name, text, values }) =>
        values === undefined && name === undefined
          ? client.query(text)
          : client.query({
              ...(name !== undefined && { name }),
              text,
              values: (values ?? []).map((value) => renewed(value, fresh)),
            }),
      ),
    );
    for (const answer of answers.flat()) rows += answer.rows.length;
  }
  return rows;
};

const plan = JSON.parse(process.argv[2] ?? '') as FloorPlan;
const requests = (JSON.parse(readFileSync(plan.requests, 'utf8')) as readonly (readonly Turn[])[]).map(
  (turns) =>
    turns.map((turn) =>
      turn.map((statement) => ({
        ...statement,
        ...(statement.values && { values: statement.values.map(binary) }),
      })),
    ),
);
const pool = createPool(plan.config, { size: plan.connections, statementTimeoutMs: 5_000 });
const clients = await Promise.all(Array.from({ length: plan.connections }, () => pool.connect()));
const next = clients.map((_, index) => index);
let done = 0;
let rows = 0;
const exchange = async (index: number): Promise<number> => {
  const at = next[index] ?? 0;
  next[index] = at + 1;
  const [client, turns] = [clients[index], requests[at % requests.length]];
  if (client === undefined || turns === undefined) throw new Error('nothing was recorded');
  return repeat(client, plan, turns);
};
const count = (found: number): void => {
  done += 1;
  rows += found;
};
await workThrough(plan.windows, { workers: plan.connections, exchange, count });
process.stdout.write(
  JSON.stringify({ perSecond: done / plan.windows.seconds, rows: rows / Math.max(1, done) }),
);
process.exit(0);
