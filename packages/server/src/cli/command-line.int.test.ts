import { chmodSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { layoutOf } from '../embedded/layout.ts';
import { runningPostmaster } from '../embedded/postmaster.ts';
import { stopAbandoned } from '../embedded/start-embedded.ts';
import { testDatabase } from '../testing/database.ts';
import { runXiaoer, runXiaoerUnderNpm } from '../testing/run-xiaoer.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-cli-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'var');
const own = { DATA_DIR: dataDir, PORT: '0', SCENARIO: 'none' };
const database = await testDatabase();

const urlOf = (user: string): string => {
  const { host, port } = inject('cluster').superuserConfig;
  return `postgres://${user}@localhost/${database.name}?host=${encodeURIComponent(String(host))}&port=${port}`;
};

afterAll(async () => {
  await stopAbandoned(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

describe('the command line', () => {
  it('prints the working days of the state calendar as JSON', async () => {
    const { code, out } = await runXiaoer(['calendar', '2026-02-14', '2026-02-15', '--json']).ended;
    const source = '国务院办公厅关于2026年部分节假日安排的通知';
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { date: '2026-02-14', workday: true, source },
      { date: '2026-02-15', workday: false, source },
    ]);
  });

  it.each([
    [['calendar', '2026-12-31', '2027-01-01'], 'The calendar does not know 2027-01-01: it covers'],
    [['calendar', '2026-02-30', '2026-03-01'], '2026-02-30 is not a day. Write it as YYYY-MM-DD.'],
    [['calendar', '2026-03-02', '2026-03-01'], '2026-03-02 is after 2026-03-01.'],
    [['calendar', '2026-03-02'], 'Usage: xiaoer calendar FROM TO [--json]'],
    [['serve', '--loud'], "Unknown option '--loud'. Usage: xiaoer serve"],
    [['sevre'], 'There is no command sevre. xiaoer --help lists them.'],
  ])('refuses %j in one line', async (args, line) => {
    const { code, out, err } = await runXiaoer(args).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(line)]);
  });

  it('has help for every command', async () => {
    const { COMMANDS } = await import('./commands.ts');
    const overview = (await runXiaoer(['--help']).ended).out;
    for (const [name, { usage, details }] of Object.entries(COMMANDS)) {
      expect(overview).toContain(usage);
      const { code, out } = await runXiaoer([name, '--help']).ended;
      expect({ code, text: out.includes(details[0] ?? usage) }).toEqual({ code: 0, text: true });
    }
  });
});

describe('serve', () => {
  it('answers when it is ready, and on SIGTERM stops everything with exit code 0', async () => {
    const run = runXiaoer(['serve'], own);
    const address = await run.printed(/http:\/\/\S+/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0, err: '' });
    expect(runningPostmaster(layoutOf(dataDir))).toBeUndefined();
  });

  it('comes back after kill -9 with nothing in its way', async () => {
    const killed = runXiaoer(['serve'], own);
    await killed.printed(/http:\/\/\S+/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const next = runXiaoer(['serve'], own);
    const address = await next.printed(/http:\/\/\S+/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    next.child.kill('SIGINT');
    next.child.kill('SIGINT');
    expect(await next.ended).toMatchObject({ code: 0 });
    expect(runningPostmaster(layoutOf(dataDir))).toBeUndefined();
  });

  it('stops everything when the npm that started it was killed', async () => {
    const run = runXiaoerUnderNpm(['serve'], own);
    await run.printed(/http:\/\/\S+/);
    run.child.kill('SIGKILL');
    expect((await run.ended).out).toMatch(/Stopping\.\n$/);
    expect(runningPostmaster(layoutOf(dataDir))).toBeUndefined();
  });

  it('says that the port is in use before it starts anything', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const fresh = join(folder, 'fresh');
    for (const name of ['PORT', 'METRICS_PORT']) {
      const env = { ...own, DATA_DIR: fresh, [name]: String(port) };
      const { code, err } = await runXiaoer(['serve'], env).ended;
      const said = `Port ${port} is in use. Stop the other program or set ${name}.\n`;
      expect({ code, err }).toEqual({ code: 1, err: said });
    }
    server.close();
    expect(existsSync(fresh)).toBe(false);
  });

  it('says that the data folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, err } = await runXiaoer(['serve'], { ...own, DATA_DIR: file }).ended;
    const line = `The data folder ${file} cannot be used: part of the path is a file, not a folder.\n`;
    expect({ code, err }).toEqual({ code: 1, err: line });
  });
});

describe('DATABASE_URL', () => {
  it('is served without an embedded database, under the role that row-level security binds', async () => {
    const unused = join(folder, 'unused');
    const run = runXiaoer(['serve'], { ...own, DATA_DIR: unused, DATABASE_URL: urlOf('postgres') });
    const address = await run.printed(/http:\/\/\S+/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0 });
    expect(existsSync(join(unused, 'database'))).toBe(false);
  });

  it('is migrated by the migrate command', async () => {
    const { code, out } = await runXiaoer(['migrate'], { ...own, DATABASE_URL: urlOf('xiaoer_owner') }).ended;
    expect({ code, out }).toEqual({ code: 0, out: 'The database is up to date.\n' });
  });

  it.each([
    ['postgres://me:secret@localhost:9/none', 'localhost/none) cannot be used: nothing listens there.'],
    ['postgres://me:secret@no-such-host.invalid/none', 'cannot be used: its host name is unknown.'],
  ])('that cannot be reached is named in one line without its password (%s)', async (url, line) => {
    const { code, err } = await runXiaoer(['serve'], { ...own, DATABASE_URL: url }).ended;
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(line)]);
    expect(err).not.toContain('secret');
  });

  it('refuses an app role that row-level security does not bind', async () => {
    const urls = { DATABASE_URL: urlOf('xiaoer_owner'), DATABASE_APP_URL: urlOf('postgres') };
    const { code, err } = await runXiaoer(['serve'], { ...own, ...urls }).ended;
    expect({ code, err }).toEqual({
      code: 1,
      err: 'DATABASE_APP_URL signs in as a role that row-level security does not bind: use another.\n',
    });
  });
});
