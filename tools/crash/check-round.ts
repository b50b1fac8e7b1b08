import type { Demand } from '@xiaoer/domain/demand/state';
import type { DemandEvent } from '@xiaoer/domain/demand/events';
import { dueMoments } from '@xiaoer/domain/demand/projections/due-moments';
import { demandNotice } from '@xiaoer/domain/reactions/demand-notices';
import { addMinutes, dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { demandSettingsOf } from '../../packages/server/src/configuration/configuration.ts';
import { transact } from '../../packages/server/src/db/transact.ts';
import { KEPT_MINUTES } from '../../packages/server/src/execute/idempotency.ts';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../../packages/server/src/execute/logged-events.ts';
import { firstDifference } from '../../packages/server/src/seal/first-difference.ts';
import type { ScratchZone } from '../../packages/server/src/testing/scratch-zone.ts';
import type { Sent } from './journal.ts';

export type RoundCheck = {
  readonly zone: ScratchZone;
  readonly superuser: pg.Client;
  readonly pool: pg.Pool;
  /** The commands answered since the last check. */
  readonly answered: readonly Sent[];
  /** Streams with an event since then are looked at. */
  readonly since: Instant;
  readonly now: Instant;
};

type Streams = ReadonlyMap<string, readonly LogRow[]>;
type DueRow = { readonly stream_id: string; readonly step: string; readonly due_at: Instant };
type Found = {
  readonly streams: Streams;
  readonly states: ReadonlyMap<string, { readonly state: Demand; readonly version: number }>;
  readonly due: readonly DueRow[];
  readonly causes: readonly string[];
  readonly outbox: number;
  readonly keys: ReadonlySet<string>;
};

const TOUCHED = `select distinct stream_id from event_log where aggregate = 'demand' and recorded_at >= $1`;

/** Everything of one snapshot. */
const find = async ({ superuser, since, answered }: RoundCheck): Promise<Found> => {
  const rows = async <Row>(text: string, values: readonly unknown[] = [since]): Promise<readonly Row[]> =>
    (await superuser.query(text, [...values])).rows as Row[];
  await superuser.query('begin isolation level repeatable read read only');
  try {
    const log = await rows<LogRow>(
      `select ${LOG_COLUMNS} from event_log where stream_id in (${TOUCHED}) order by stream_id, version`,
    );
    const states = await rows<{ id: string; state: Demand; version: number }>(
      `select demand_id as id, state, version from demand where demand_id in (${TOUCHED})`,
    );
    const keys = await rows<{ key: string }>('select key from idempotency where key = any($1)', [
      answered.map(({ intent }) => intent.key),
    ]);
    return {
      streams: Map.groupBy(log, (row) => row.stream_id),
      states: new Map(states.map(({ id, ...rest }) => [id, rest])),
      due: await rows<DueRow>(
        `select stream_id, key as step, value::timestamptz as due_at from due, jsonb_each_text(moments)
         where value is not null and stream_id in (${TOUCHED})`,
      ),
      causes: (await rows<{ cause: string }>(`select cause from notice where stream_id in (${TOUCHED})`)).map(
        ({ cause }) => cause,
      ),
      outbox: (await rows('select 1 from outbox', [])).length,
      keys: new Set(keys.map(({ key }) => key)),
    };
  } finally {
    await superuser.query('rollback');
  }
};

const marksOf = (row: LogRow): readonly string[] =>
  JSON.stringify(row.data).match(/mark-[0-9a-f-]{36}/g) ?? [];

/**
 * Every acknowledged command is in the log exactly once, every refused one not at all, and nothing nobody sent. The key of a
 * command says that it was carried out, until it is forgotten: a long run takes more than thirty days of its own time.
 */
const journalFindings = ({ answered, now }: RoundCheck, { streams, keys }: Found): readonly string[] => {
  const rows = [...streams.values()].flat();
  const forgotten = addMinutes(now, -KEPT_MINUTES);
  const counts = new Map<string, number>();
  for (const mark of rows.flatMap(marksOf)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return answered.flatMap(({ intent, reply }) => {
    const acknowledged = reply.status < 300;
    const wanted = acknowledged ? 1 : 0;
    const logged =
      intent.kind === 'accept'
        ? rows.filter(
            (row) => intent.path.includes(row.stream_id) && row.type === 'DemandAccepted' && acknowledged,
          ).length
        : (counts.get(intent.mark) ?? 0);
    const event = streams.get(reply.id ?? '')?.[(reply.version ?? 1) - 1];
    const mayBeForgotten = event !== undefined && event.recorded_at < forgotten;
    const isKeyRight = keys.has(intent.key) ? acknowledged : !acknowledged || mayBeForgotten;
    return [
      ...(logged === wanted
        ? []
        : [`${intent.kind} ${intent.key}, answered ${reply.status}, is in the log ${logged} times`]),
      ...(acknowledged && event === undefined
        ? [`${intent.key} was answered with a version that is not there`]
        : []),
      ...(isKeyRight ? [] : [`${intent.key}: its key does not say what happened`]),
    ];
  });
};

/** The saved state is the fold of the stream, and versions run without a gap. */
const foldFindings = ({ zone }: RoundCheck, { streams, states }: Found): readonly string[] =>
  [...streams].flatMap(([id, rows]) => {
    const evolve = zone.house.registry.get('demand')?.evolve;
    const folded = rows.reduce<unknown>((state, row) => evolve?.(state, recordedOf(row)), undefined);
    const saved = states.get(id);
    if (rows.some((row, index) => row.version !== index + 1)) return [`${id} has a gap in its versions`];
    if (saved?.version !== rows.length) return [`${id} is saved as of ${saved?.version}, not ${rows.length}`];
    const difference = firstDifference(saved.state, folded);
    return difference === undefined ? [] : [`${id} differs from its events at ${difference.path}`];
  });

/** Every event that is told of was told of, once a person; a notice belongs to an event or to a moment. */
const noticeFindings = ({ streams, states, causes }: Found): readonly string[] => {
  const wanted = new Set<string>();
  for (const [id, rows] of streams) {
    const state = states.get(id)?.state;
    if (state === undefined) continue;
    for (const row of rows) {
      const notice = demandNotice(recordedOf(row) as unknown as DemandEvent, state);
      if (notice !== undefined) wanted.add(`${id}/${row.version}/${notice.kind}`);
    }
  }
  const told = new Set(causes.filter((cause) => !cause.endsWith('/workDue')));
  return [
    ...[...wanted].filter((cause) => !told.has(cause)).map((cause) => `nobody was told of ${cause}`),
    ...[...told].filter((cause) => !wanted.has(cause)).map((cause) => `somebody was told of ${cause}`),
  ];
};

/** Due rows are the moments ahead, no more and no fewer; a moment of work that is gone was told of. */
const dueFindings = async (check: RoundCheck, found: Found): Promise<readonly string[]> => {
  const { zone, pool, now } = check;
  const configuration = await transact(pool, { tenantId: zone.tenantId }, async (tx) => ({
    answer: await zone.configuration(tx),
    keep: false,
  }));
  const settings = demandSettingsOf(configuration, dateOf(now));
  if (settings === undefined) return ['the zone has no settings'];
  const rows = new Map(found.due.map((row) => [`${row.stream_id} ${row.step} ${row.due_at}`, row]));
  const told = new Set(found.causes);
  const findings: string[] = [];
  for (const [id, { state }] of found.states) {
    const moments = dueMoments(state, { calendars: configuration.calendars, settings });
    for (const moment of moments) {
      if (rows.delete(`${id} ${moment.step} ${moment.dueAt}`)) continue;
      const isOver = moment.kind === 'work' && moment.dueAt <= now;
      if (!isOver) findings.push(`${id} lost its moment ${moment.step}`);
      else if (!told.has(`${id}/${moment.step}@${moment.dueAt}/workDue`))
        findings.push(`${id}: nobody was told that ${moment.step} is due`);
    }
  }
  return [...findings, ...[...rows.keys()].map((row) => `a due row that is no moment: ${row}`)];
};

export type RoundFindings = {
  readonly findings: readonly string[];
  readonly streams: number;
  readonly events: number;
  readonly notices: number;
  /** Events in the outbox at the moment of the look. */
  readonly waiting: number;
};

/** What the crash has done to what was acknowledged: nothing, or a line for each thing. */
export const checkRound = async (check: RoundCheck): Promise<RoundFindings> => {
  const found = await find(check);
  return {
    findings: [
      ...(found.outbox === 0 ? [] : [`${found.outbox} events wait in the outbox`]),
      ...journalFindings(check, found),
      ...foldFindings(check, found),
      ...noticeFindings(found),
      ...(await dueFindings(check, found)),
    ],
    streams: found.streams.size,
    events: [...found.streams.values()].flat().length,
    notices: found.causes.length,
    waiting: found.outbox,
  };
};

const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** The promises to the disk are on, for the server as a whole and for the role the app uses. */
export const durabilityFindings = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [DURABLE],
  );
  const values = new Map(rows.map(({ name, setting }) => [name, setting]));
  return DURABLE.filter((name) => values.get(name) !== 'on').map((name) => `${name} is ${values.get(name)}`);
};
