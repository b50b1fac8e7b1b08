import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ClientConfig, PoolClient } from 'pg';
import { createPool } from '../packages/server/src/db/connect.ts';
import type { Turn } from '../packages/server/src/testing/record-statements.ts';

/** What the floor is told, as JSON in its one argument. */
export type FloorPlan = {
  readonly config: ClientConfig;
  readonly connections: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  /** A file with the recorded turns. */
  readonly turns: string;
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
const turns = (JSON.parse(readFileSync(plan.turns, 'utf8')) as readonly Turn[]).map((turn) =>
  turn.map((statement) => ({
    ...statement,
    ...(statement.values && { values: statement.values.map(binary) }),
  })),
);
const pool = createPool(plan.config, { size: plan.connections, statementTimeoutMs: 5_000 });
const from = performance.now() + plan.warmSeconds * 1_000;
const until = from + plan.seconds * 1_000;
let done = 0;
let rows = 0;
await Promise.all(
  Array.from({ length: plan.connections }, async () => {
    const client = await pool.connect();
    while (performance.now() < until) {
      const began = performance.now();
      const found = await repeat(client, plan, turns);
      if (began < from || performance.now() > until) continue;
      done += 1;
      rows += found;
    }
    client.release();
  }),
);
process.stdout.write(JSON.stringify({ perSecond: done / plan.seconds, rows: rows / Math.max(1, done) }));
process.exit(0);
