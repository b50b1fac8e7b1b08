import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { FIGURES } from '@xiaoer/domain/figures/figures';
import { SCENARIOS } from '../../../../scenarios/scenarios.ts';
import { liangjiang } from '../../../../scenarios/liangjiang/liangjiang.ts';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { read } from '../db/transact.ts';
import { logDigest } from '../replay/log-digest.ts';
import { testDatabase } from '../testing/database.ts';
import { environmentOn, loadedScenario } from '../testing/loaded-scenario.ts';
import { runXiaoer, type Run } from '../testing/run-xiaoer.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-scenario-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

type Environment = Readonly<Record<string, string>>;

const emptyDatabase = async (name: string): Promise<Environment> =>
  environmentOn((await testDatabase()).name, join(folder, name));
/** In another place and language than the loaded one: neither may be seen in the log. */
const served = { ...(await emptyDatabase('served')), TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' };
const untouched = await emptyDatabase('untouched');

const withDatabase = async <Answer>(
  { DATABASE_URL: connectionString }: Environment,
  work: (pool: Pool) => Promise<Answer>,
): Promise<Answer> => {
  const pool = createPool({ connectionString, options: '-c role=xiaoer_app' }, JOB_POOL);
  return work(pool).finally(() => pool.end());
};

type Ended = Awaited<Run['ended']>;

const stop = async ({ child, ended }: Run): Promise<Ended> => {
  child.kill('SIGTERM');
  return ended;
};

/** Starts `serve`, waits until it says that it is ready and has printed a last sign-in, signs in, and stops it. */
const serveOnce = async (): Promise<{ ended: Ended; signedIn: number }> => {
  const run = runXiaoer(['serve'], served);
  const [, address] =
    /ready at (\S+)/.exec(await run.printed(/ready at http:\S+\n(?:.*\n)+ +carplant .*\n/)) ?? [];
  const said = await run.printed(/password \S+\)/);
  const password = said.slice('password '.length, -1);
  const { status } = await fetch(`${address}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'desk', password }),
  });
  return { ended: await stop(run), signedIn: status };
};

type Printed = {
  readonly id: string;
  readonly value: number;
  readonly asOf: string;
  readonly reported: number | null;
  readonly relation: string | null;
};
const figuresOf = async (env: Environment, ...more: readonly string[]): Promise<readonly Printed[]> => {
  const { code, out, err } = await runXiaoer(['figures', 'liangjiang', '--json', ...more], env).ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as readonly Printed[];
};
const valueOf = (figures: readonly Printed[], id: string) =>
  figures.find((figure) => figure.id === id)?.value;

const KEYS =
  'id,name,relation,reported,period,freezeDate,asOf,definition,numerator,denominator,exclusions,rows,value';

const withoutAddress = (out: string): readonly string[] =>
  out.split('\n').filter((line) => !/^(Loading|Xiaoer is ready)/.test(line));

const [first, { env: loaded, ended: load }] = await Promise.all([serveOnce(), loadedScenario()]);

describe('serve on an empty database', () => {
  it('prints how far the zone is loaded, then its address and the sample sign-ins, which let one in', async () => {
    const { ended, signedIn } = first;
    expect(ended).toMatchObject({ code: 0, err: '' });
    const lines = ended.out.trimEnd().split('\n');
    const tenths = Array.from({ length: 11 }, (_, tenth) => `Loading liangjiang: ${tenth * 10}%`);
    expect(lines.slice(0, tenths.length)).toEqual(tenths);
    expect(lines[tenths.length]).toMatch(/^Xiaoer is ready at http:\/\/localhost:\d+$/);
    expect(lines[tenths.length + 1]).toMatch(/^Sample sign-ins \(password \S+\):$/);
    const accounts = lines.slice(tenths.length + 2, -1).map((line) => line.trim().split(/ +/)[0]);
    expect(accounts).toEqual(expect.arrayContaining(['admin', 'desk', 'handler', 'leader', 'carplant']));
    expect(lines.at(-1)).toBe('Stopping.');
    expect(signedIn).toBe(200);
  });

  it('keeps the zone: the next start loads nothing and prints the same', async () => {
    const { ended, signedIn } = await serveOnce();
    expect(ended.out).not.toContain('Loading');
    expect(withoutAddress(ended.out)).toEqual(withoutAddress(first.ended.out));
    expect(signedIn).toBe(200);
  });
});

describe('the replayed story', () => {
  it('gives the same log in another process, place and language', async () => {
    const digests = await Promise.all(
      [served, loaded].map((env) => withDatabase(env, (pool) => logDigest(pool, 1 as TenantId))),
    );
    expect(digests[0]).toBe(digests[1]);
  });
});

describe('scenario', () => {
  it('list names every scenario with what it is', async () => {
    const { code, out } = await runXiaoer(['scenario', 'list']).ended;
    expect(code).toBe(0);
    expect(out).toBe(SCENARIOS.map(({ id, summary }) => `${id}  ${summary}\n`).join(''));
  });

  it('load tells its progress and speed, and the sample sign-ins', () => {
    expect(load.code).toBe(0);
    expect(load.err).toContain('Loading liangjiang: 100%');
    expect(load.out).toMatch(
      /^\d+ commands and \d+ due moments in [\d.]+ s \(\d+ commands\/s\)\.\nSample sign-ins/,
    );
    expect(load.out).toMatch(/^ {2}desk /m);
  });

  it('load changes nothing where the zone is loaded already', async () => {
    const { code, out, err } = await runXiaoer(['scenario', 'load', 'liangjiang'], loaded).ended;
    const line = 'The scenario liangjiang is loaded already. Nothing was changed.\n';
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: line });
  });

  it.each([
    [['scenario', 'load', 'atlantis'], 'There is no scenario atlantis. xiaoer scenario list names them.'],
    [['scenario', 'load'], 'Usage: xiaoer scenario list | load ID'],
    [['scenario', 'unload', 'liangjiang'], 'Usage: xiaoer scenario list | load ID'],
    [['figures', 'atlantis'], 'There is no scenario atlantis. xiaoer scenario list names them.'],
    [
      ['figures', 'liangjiang'],
      'The scenario liangjiang is not loaded. xiaoer scenario load liangjiang does it.',
    ],
    [['figures', 'liangjiang', '--as-of', '2022-02-30'], '2022-02-30 is not a day. Write it as YYYY-MM-DD.'],
  ])('%j is refused in one line', async (args, line) => {
    const { code, out, err } = await runXiaoer(args, untouched).ended;
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `${line}\n` });
  });
});

describe('figures', () => {
  it('--json prints every figure with what it is and what was reported of it, as of the freeze date', async () => {
    const figures = await figuresOf(loaded);
    expect(figures.map(({ id }) => id).toSorted()).toEqual(FIGURES.map(({ id }) => id).toSorted());
    for (const figure of figures) {
      expect(Object.keys(figure).join()).toBe(KEYS);
      expect(figure.asOf).toBe(liangjiang.freezeDate);
      if (figure.relation === '=') expect([figure.id, figure.value]).toEqual([figure.id, figure.reported]);
    }
    // As the story's own document has them.
    expect(valueOf(figures, 'demands-collected')).toBe(476);
    expect(valueOf(figures, 'demands-settled')).toBe(198);
  });

  it('--as-of counts up to the end of that day', async () => {
    const day = '2022-07-15';
    const figures = await figuresOf(loaded, '--as-of', day);
    const [{ n } = { n: 0 }] = await withDatabase(loaded, (pool) =>
      read(pool, { tenantId: 1 as TenantId }, (db) =>
        db.query<{ n: number }>(
          `select count(*)::int as n from event_log where type = 'DemandRegistered' and recorded_at < '2022-07-16T00:00+08:00'`,
        ),
      ),
    );
    expect(new Set(figures.map(({ asOf }) => asOf))).toEqual(new Set([day]));
    expect(valueOf(figures, 'demands-collected')).toBe(n);
    expect(n).toBeGreaterThan(0);
    expect(n).toBeLessThan(476);
  });

  it('are the same whether serve or scenario load filled the database', async () => {
    expect(await figuresOf(served)).toEqual(await figuresOf(loaded));
  });

  it('without --json prints a line for each, with what was reported', async () => {
    const { code, out } = await runXiaoer(['figures', 'liangjiang'], loaded).ended;
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(FIGURES.length);
    expect(out).toMatch(/^demands-collected +476 +\(= 476\)$/m);
  });
});
