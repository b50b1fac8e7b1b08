import { buffer } from 'node:stream/consumers';
import { periodOf } from '@xiaoer/domain/demand/projections/demand-row';
import type { Demand } from '@xiaoer/domain/demand/state';
import { OUTCOMES } from '@xiaoer/domain/demand/vocabulary';
import type { FigureId } from '@xiaoer/domain/figures/figure';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { endOfDay } from '@xiaoer/domain/time/instant';
import { LADDER_STEPS } from '@xiaoer/domain/time/ladder';
import { assertDate, type LocalDate } from '@xiaoer/domain/time/local-date';
import { afterAll, describe, expect, it } from 'vitest';
import { liangjiang } from '../../../../scenarios/liangjiang/liangjiang.ts';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { read, transact, type ReadDb, type Tx } from '../db/transact.ts';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../execute/logged-events.ts';
import { computeFigures, type ComputedFigure } from '../figures/compute-figures.ts';
import { openFileRoom } from '../files/file-room.ts';
import { sniffFile } from '../files/sniff.ts';
import { figureRows } from '../figures/figure-rows.ts';
import { house } from '../house.ts';
import { logDigest } from '../replay/log-digest.ts';
import { CUT_SHORT, loadedScenario } from '../testing/loaded-scenario.ts';
import { createCutter } from '../words/cutter.ts';
import { passwordMatches, SAMPLE_PASSWORD } from '../auth/password.ts';
import { loadScenario } from './load-scenario.ts';

const { database, env, ended } = await loadedScenario();
const pool = createPool(database.appConfig, JOB_POOL);
/** Who may also take away from the log, to see what it changes. */
const ownerPool = createPool(database.ownerConfig, JOB_POOL);
const { storage } = await openFileRoom(env['DATA_DIR'] ?? '', undefined);
afterAll(() => Promise.all([pool.end(), ownerPool.end()]));

const loadAgain = () => loadScenario({ database, id: 'liangjiang', secret: 'a secret of tests', storage });

const { rows: zones } = await pool.query<{ tenant_id: TenantId }>(
  `select tenant_id from tenant where code = 'liangjiang'`,
);
const tenant = (): TenantId => zones[0]?.tenant_id ?? (0 as TenantId);
const query = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  read(pool, { tenantId: tenant() }, (db) =>
    db.query<Row & Record<string, unknown>>(sql, [tenant(), ...values]),
  );

const spanTo = (asOf: LocalDate) => ({ from: liangjiang.period.from, asOf });
const figuresOn = (asOf: LocalDate): Promise<readonly ComputedFigure[]> =>
  read(pool, { tenantId: tenant() }, (db) => computeFigures(db, spanTo(asOf)));
const valueOf = (figures: readonly ComputedFigure[], id: string): number | null | undefined =>
  figures.find((figure) => figure.id === id)?.value;

describe('the replayed story', () => {
  it('carries out every command as the story tells', () => {
    const [, commands, dueMoments] = /^(\d+) commands and (\d+) due moments/.exec(ended.out) ?? [];
    expect(Number(commands)).toBeGreaterThan(7_000);
    expect(Number(dueMoments)).toBeGreaterThan(300);
  });

  it('has every file that a record names, as its record says', async () => {
    const named = await query<{ file_id: string; sha256: string | null; bytes: number; name: string }>(
      `select distinct d.file_id, f.sha256, f.bytes, f.name from demand_file d
       left join file f on f.tenant_id = d.tenant_id and f.file_id = d.file_id where d.tenant_id = $1`,
    );
    expect(named.length).toBeGreaterThanOrEqual(12);
    for (const { sha256, bytes, name } of named) {
      const content = await storage.open(sha256 ?? '0'.repeat(64));
      const read = content ? await buffer(content) : Buffer.alloc(0);
      expect([name, read.length]).toEqual([expect.stringMatching(/复函\.pdf$/), bytes]);
      expect(await sniffFile(read)).toMatchObject({ accepted: true, value: { kind: 'pdf' } });
    }
  });

  it('goes at least 60 different ways', async () => {
    const ways = await query(
      `select distinct string_agg(type, ',' order by version) from event_log
       where tenant_id = $1 and aggregate = 'demand' group by stream_id`,
    );
    expect(ways.length).toBeGreaterThanOrEqual(60);
  });

  it('ends in every outcome, climbs every step and takes every refusal path', async () => {
    const outcomes = await query<{ outcome: string }>(
      'select distinct outcome from demand where tenant_id = $1 and outcome is not null',
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([...OUTCOMES].sort());
    const steps = await query<{ step: string }>(
      `select distinct data ->> 'step' as step from event_log where tenant_id = $1 and type = 'LadderStepReached'`,
    );
    expect(steps.map(({ step }) => step).sort()).toEqual([...LADDER_STEPS].sort());
    const types = await query<{ type: string }>('select distinct type from event_log where tenant_id = $1');
    const path = [
      'DemandDeclined',
      'ConsultationOpened',
      'ConsultationConcluded',
      'DemandReturned',
      'FinallyDetermined',
      'ExtensionRefused',
      'AnswerReturned',
      'CallBackMade',
      'ReferralRecalled',
      'DemandReopened',
    ];
    expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(path));
    const [unreachable] = await query<{ n: number }>(
      'select count(*) as n from demand where tenant_id = $1 and unreachable',
    );
    expect(unreachable?.n).toBeGreaterThan(0);
  });

  it('refers every demand outside the remit and drops none', async () => {
    const rows = await query<{ referrals: number }>(
      `select (select count(*) from event_log l where l.tenant_id = $1 and l.stream_id = d.demand_id
         and l.type = 'DemandReferred') as referrals
       from demand d where tenant_id = $1 and remit = 'outside'`,
    );
    expect(rows).toHaveLength(167);
    expect(rows.every(({ referrals }) => referrals > 0)).toBe(true);
  });

  it('keeps thirty-six needs in one package, each closed on its own', async () => {
    const [needs] = await query<{ parts: number; closed: number }>(
      `select count(*) as parts, count(closed_at) as closed from demand
       where tenant_id = $1 and package_id is not null`,
    );
    expect(needs?.parts).toBe(36);
    expect(needs?.closed).toBeGreaterThan(20);
    expect(needs?.closed).toBeLessThan(36);
  });

  it('lets the sample people sign in', async () => {
    const { rows } = await pool.query<{ account: string; password_hash: string }>(
      'select account, password_hash from credential where tenant_id = $1 and account is not null',
      [tenant()],
    );
    expect(rows.map(({ account }) => account).sort()).toEqual(
      [...ended.out.matchAll(/^ {2}(\S+) /gm)].map(([, account]) => account).sort(),
    );
    expect(await passwordMatches(rows[0]?.password_hash, SAMPLE_PASSWORD)).toBe(true);
  });
});

describe('loading again', () => {
  it('starts anew after a load that was cut short', async () => {
    const { rows } = await ownerPool.query('select tenant_id from credential where tenant_id = $1', [
      CUT_SHORT,
    ]);
    expect(rows).toEqual([]);
    const { rows: tenants } = await ownerPool.query('select code from tenant');
    expect(tenants).toEqual([{ code: 'liangjiang' }]);
  });

  it('is refused and changes nothing', async () => {
    const before = await logDigest(pool, tenant());
    await expect(loadAgain()).rejects.toThrow('loaded already');
    expect(await logDigest(pool, tenant())).toBe(before);
  });
});

describe('the figures', () => {
  it.each(liangjiang.expected)('computes $figure $relation $value on the freeze date', async (said) => {
    const value = valueOf(await figuresOn(liangjiang.freezeDate), said.figure);
    if (said.relation === '=') expect(value).toBe(said.value);
    else expect(value).toBeGreaterThanOrEqual(said.value);
  });

  it('has as many rows behind each figure as it says', async () => {
    for (const { id, rows } of await figuresOn(liangjiang.freezeDate)) {
      const asked = { figure: id, span: spanTo(liangjiang.freezeDate), sees: () => 'true' };
      const found = await read(pool, { tenantId: tenant() }, (db) => figureRows(db, asked, { limit: 1_000 }));
      expect([id, new Set(found.map((row) => row.id)).size]).toEqual([id, rows]);
    }
  });
});

type Row = { readonly stream_id: string; readonly type: string; readonly at: string; readonly data: never };
type Seen = { remit?: string; closed: boolean; due?: string; owed: boolean; paused: boolean };

const ANSWERED = ['DemandAnswered', 'DemandClosed', 'DemandWithdrawn', 'DemandMerged', 'FinallyDetermined'];
const CLOSED = ['DemandClosed', 'DemandWithdrawn', 'DemandMerged', 'FinallyDetermined'];
const BACK = ['DemandReturned', 'DemandReopened'];

/** Reads due times out of whatever an event carries: one term, a list of them, or all three promises. */
const settleDue = (data: Record<string, unknown>): string | undefined => {
  const { term, terms } = data as {
    term?: { promise: string; dueAt: string };
    terms?: readonly { promise: string; dueAt: string }[] | Record<string, { dueAt: string }>;
  };
  if (term?.promise === 'settle') return term.dueAt;
  if (Array.isArray(terms)) return terms.find(({ promise }) => promise === 'settle')?.dueAt;
  return (terms as Record<string, { dueAt: string }> | undefined)?.settle?.dueAt;
};

/** Another way to the same counts: straight from the log, knowing nothing of periods, states or deltas. */
const recounted = (rows: readonly Row[]) => {
  const demands = new Map<string, Seen>();
  for (const { stream_id, type, data } of rows) {
    const seen = demands.get(stream_id) ?? { closed: false, owed: true, paused: false };
    demands.set(stream_id, seen);
    if (type === 'RemitDecided') seen.remit = (data as { remit: string }).remit;
    if (ANSWERED.includes(type)) Object.assign(seen, { owed: false, paused: false });
    if (CLOSED.includes(type)) seen.closed = true;
    if (BACK.includes(type)) Object.assign(seen, { owed: true, closed: false });
    if (type === 'ClockPaused') seen.paused = true;
    if (type === 'ClockResumed') seen.paused = false;
    seen.due = settleDue(data) ?? seen.due;
  }
  return [...demands.values()];
};

describe('a recount from the log alone', () => {
  it.each(['2022-07-15', '2022-08-31', '2022-09-28'].map(assertDate))('agrees on %s', async (day) => {
    const end = endOfDay(day);
    const rows = await query<Row>(
      `select stream_id, type, data, recorded_at as at from event_log
       where tenant_id = $1 and aggregate = 'demand' and recorded_at < $2 order by stream_id, version`,
      [end],
    );
    const seen = recounted(rows);
    const figures = await figuresOn(day);
    expect({
      collected: valueOf(figures, 'demands-collected'),
      own: valueOf(figures, 'demands-own-remit'),
      outside: valueOf(figures, 'demands-outside'),
      closed: valueOf(figures, 'demands-closed'),
      overdue: valueOf(figures, 'demands-overdue'),
    }).toEqual({
      collected: seen.length,
      own: seen.filter(({ remit }) => remit === 'own').length,
      outside: seen.filter(({ remit }) => remit === 'outside').length,
      closed: seen.filter(({ closed }) => closed).length,
      overdue: seen.filter(({ owed, paused, due }) => owed && !paused && due !== undefined && due < end)
        .length,
    });
  });
});

/** For each figure an event without which it is one less. */
const CONTRIBUTIONS: readonly (readonly [FigureId, string])[] = [
  [
    'visited-targets',
    `select visit_id as stream_id, 1 as version from visit v where tenant_id = $1 and progress = 'made'
       and exists (select from enterprise e where e.tenant_id = $1 and e.enterprise_id = v.enterprise_id and tags && array['aboveScaleIndustry'])
       and not exists (select from visit o where o.tenant_id = $1 and o.enterprise_id = v.enterprise_id and o.visit_id <> v.visit_id)`,
  ],
  [
    'demands-collected',
    `select stream_id, version from event_log where tenant_id = $1 and type = 'DemandRegistered'`,
  ],
  [
    'demands-own-remit',
    `select stream_id, version from event_log l where tenant_id = $1 and type = 'RemitDecided' and data ->> 'remit' = 'own'
       and (select count(*) from event_log o where o.tenant_id = $1 and o.stream_id = l.stream_id and o.type = 'RemitDecided') = 1`,
  ],
  [
    'demands-settled',
    `select l.stream_id, l.version from event_log l join demand d on d.tenant_id = l.tenant_id and d.demand_id = l.stream_id
     where l.tenant_id = $1 and l.type = 'DemandClosed' and d.remit = 'own' and d.outcome = 'solved' and not d.unreachable
       and d.closed_at = l.recorded_at`,
  ],
  [
    'policy-sessions',
    `select policy_session_id as stream_id, 1 as version from policy_session where tenant_id = $1 and counts`,
  ],
  [
    'projects-papers-complete',
    `select stream_id, version from event_log where tenant_id = $1 and type = 'ProjectPapersJudged'`,
  ],
  [
    'projects-early-stage',
    `select project_id as stream_id, 1 as version from project where tenant_id = $1 and not (state ->> 'papersComplete')::boolean`,
  ],
];

const TABLES: Readonly<Record<string, string>> = { 'policy-session': 'policy_session' };
const configuration = configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR });
const { registry } = house({ configuration, cutter: createCutter(), secret: 'x', newId: () => 'unused' });

const rebuildPeriods = async (tx: Tx, id: string, folds: readonly { at: string; state: Demand }[]) => {
  await tx.query('delete from demand_period where tenant_id = $1 and demand_id = $2', [
    tx.scope.tenantId,
    id,
  ]);
  for (const [index, { at, state }] of folds.entries()) {
    const { status, unitId, category, dueAt, remit, outcome, unreachable, paused } = periodOf(state);
    await tx.query(
      `insert into demand_period (tenant_id, demand_id, from_version, from_at, to_at, enterprise_id, status, unit_id,
         category, due_at, remit, outcome, unreachable, paused)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        tx.scope.tenantId,
        id,
        index + 1,
        at,
        folds[index + 1]?.at ?? 'infinity',
        state.enterpriseId,
        status,
        unitId,
        category,
        dueAt,
        remit,
        outcome,
        unreachable,
        paused,
      ],
    );
  }
};

/** Takes one event out of the log and folds its stream again, as if it had never happened. */
const leaveOut = async (tx: Tx, { stream_id: id, version }: { stream_id: string; version: number }) => {
  const { tenantId } = tx.scope;
  const gone = await tx.query<LogRow>(
    `delete from event_log where tenant_id = $1 and stream_id = $2 and version = $3 returning ${LOG_COLUMNS}`,
    [tenantId, id, version],
  );
  const aggregate = gone[0]?.aggregate ?? '';
  const entry = registry.get(aggregate);
  const table = TABLES[aggregate] ?? entry?.table ?? '';
  const rest = await tx.query<LogRow>(
    `select ${LOG_COLUMNS} from event_log where tenant_id = $1 and stream_id = $2 order by version`,
    [tenantId, id],
  );
  if (version === 1) {
    await tx.query('delete from event_log where tenant_id = $1 and stream_id = $2', [tenantId, id]);
    await tx.query(`delete from "${table}" where tenant_id = $1 and "${entry?.key}" = $2`, [tenantId, id]);
    if (aggregate === 'demand') await rebuildPeriods(tx, id, []);
    return;
  }
  const folds: { at: string; state: Demand }[] = [];
  for (const row of rest)
    folds.push({
      at: row.recorded_at,
      state: entry?.evolve(folds.at(-1)?.state, recordedOf(row)) as Demand,
    });
  if (aggregate !== 'demand') return;
  await rebuildPeriods(tx, id, folds);
  const columns = entry?.columns(folds.at(-1)?.state) ?? {};
  await tx.query(
    'update demand set closed_at = $3, unreachable = $4, outcome = $5 where tenant_id = $1 and demand_id = $2',
    [tenantId, id, columns.closed_at, columns.unreachable, columns.outcome],
  );
};

describe('without one contributing event', () => {
  it.each(CONTRIBUTIONS)('%s is one less', async (figure, contributors) => {
    const before = valueOf(await figuresOn(liangjiang.freezeDate), figure) ?? 0;
    const after = await transact<number | null | undefined>(ownerPool, { tenantId: tenant() }, async (tx) => {
      const [event] = await tx.query<{ stream_id: string; version: number }>(
        `select * from (${contributors}) as c order by stream_id, version limit 1`,
        [tenant()],
      );
      await leaveOut(tx, event!);
      const db: ReadDb = { ...tx, kind: 'read', last: tx.query };
      const figures = await computeFigures(db, spanTo(liangjiang.freezeDate));
      return { answer: valueOf(figures, figure), keep: false };
    });
    expect(after).toBe(before - 1);
  });
});
