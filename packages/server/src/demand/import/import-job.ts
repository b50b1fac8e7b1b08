import type { DemandId, ImportId } from '@xiaoer/domain/kernel/ids';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { DatabaseError, type Pool } from 'pg';
import { actorOf, type Configuration } from '../../configuration/configuration.ts';
import type { ReadConfiguration } from '../../configuration/read-configuration.ts';
import { nowInZone } from '../../db/zone-clock.ts';
import { read, transact, type RowScope, type Tx } from '../../db/transact.ts';
import { writeBatch } from '../../db/write-batch.ts';
import { MINTINGS } from '../../execute/execute-command.ts';
import { runSteps } from '../../execute/run-steps.ts';
import { stepOf, type Step } from '../../execute/step.ts';
import type { FileRoom } from '../../files/file-room.ts';
import type { Cutter } from '../../words/cutter.ts';
import type { Job, JobKind } from '../../workers/jobs.ts';
import type { DemandStore } from '../store.ts';
import { importRow, moveImport, noteProgress, type ImportRow } from './import-rows.ts';
import { readKnown } from './known.ts';
import { readImport, type ReadyRow, type RowsRead } from './read-rows.ts';
import {
  isFree,
  messageOfRefusal,
  refusedReport,
  reportOf,
  type ImportMessage,
  type ImportReport,
} from './report.ts';
import { sameTexts } from './same-texts.ts';

export const CHECK_JOB = 'import.check';
export const COMMIT_JOB = 'import.commit';

export type ImportDeps = {
  readonly pool: Pool;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Mints the number people quote. */
  readonly newNumber: (now: Instant) => string;
  readonly wake: () => void;
  readonly configuration: ReadConfiguration;
  readonly cutter: Cutter;
  readonly files: FileRoom;
  readonly store: DemandStore;
};

/** Somebody cancelled the import, or the program stops: the transaction is rolled back. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

type Running = {
  readonly deps: ImportDeps;
  readonly row: ImportRow;
  readonly scope: RowScope;
  readonly actor: PersonActor;
  readonly now: Instant;
  readonly progress: (done: number, total: number) => Promise<void>;
};

const ROWS_PER_LOOK = 100;

const bytesOf = async ({ files }: ImportDeps, { sha256 }: ImportRow): Promise<Buffer> => {
  const content = await files.storage.open(sha256);
  if (content === undefined) throw new Error('The sheet of an import is not in the file storage.');
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const actorFor = (configuration: Configuration, { person_id }: ImportRow, now: Instant) => {
  const person = configuration.staff.get(person_id);
  return person && actorOf(configuration, person, dateOf(now));
};

const stepFor = ({ deps, row }: Running, { input }: ReadyRow, number: string): Step => {
  const demandId = deps.newId() as DemandId;
  const source = { ...input.source, importId: row.import_id as ImportId };
  const command = { type: 'RegisterDemand', demandId, number, ...input, source } as const;
  return stepOf(deps.store, { id: demandId, command });
};

/** As many numbers as there are rows, none of them taken today. */
const freshNumbers = async ({ deps, scope, now }: Running, count: number): Promise<readonly string[]> => {
  const rows = await read(deps.pool, scope, (db) =>
    db.query<{ number: string }>('select number from demand where tenant_id = $1 and number like $2', [
      scope.tenantId,
      `${deps.newNumber(now).slice(0, 9)}%`,
    ]),
  );
  const taken = new Set(rows.map(({ number }) => number));
  const fresh = new Set<string>();
  for (let left = count * MINTINGS + MINTINGS; fresh.size < count; left -= 1) {
    invariant(left > 0, 'a day has more numbers than an import has rows');
    const number = deps.newNumber(now);
    if (!taken.has(number)) fresh.add(number);
  }
  return [...fresh];
};

/** What the domain would refuse, row by row: the same decisions as when they are registered, then undone. */
const tryRows = (running: Running, ready: readonly ReadyRow[]): Promise<readonly ImportMessage[]> => {
  const { deps, scope, actor, now, progress } = running;
  return transact(deps.pool, scope, async (tx) => {
    const messages: ImportMessage[] = [];
    const envelope = { actor, now, commandId: deps.newId() };
    for (let from = 0; from < ready.length; from += ROWS_PER_LOOK) {
      const rows = ready.slice(from, from + ROWS_PER_LOOK);
      const results = await Promise.all(
        rows.map((row) => stepFor(running, row, deps.newNumber(now)).run(tx, undefined, envelope)),
      );
      for (const [index, result] of results.entries()) {
        if (result.kind === 'changed') continue;
        const refusal = result.kind === 'refused' ? result.refusal : { code: 'access.forbidden', facts: {} };
        messages.push(messageOfRefusal(rows[index]?.rowNumber ?? 0, refusal));
      }
      await progress(from + rows.length, ready.length);
    }
    return { answer: messages, keep: false };
  });
};

const reading = async (running: Running): Promise<RowsRead | ImportReport> => {
  const { deps, scope, row, now } = running;
  const known = await read(deps.pool, scope, async (db) => readKnown(db, await deps.configuration(db)));
  const rows = await readImport(await bytesOf(deps, row), known, Number(now.slice(0, 4)));
  return rows.accepted ? rows.value : refusedReport(rows.refusal);
};

const reportFor = async (running: Running, rows: RowsRead): Promise<ImportReport> => {
  const { deps, scope, actor } = running;
  const refusals = await tryRows(running, rows.ready);
  const likes = await read(deps.pool, scope, (db) => sameTexts(db, actor, rows.ready));
  return reportOf({ ...rows, messages: [...rows.messages, ...refusals, ...likes] });
};

const check = async (running: Running): Promise<void> => {
  const rows = await reading(running);
  const report = 'ready' in rows ? await reportFor(running, rows) : rows;
  await move(running, { to: 'checked', from: ['checking'], report });
};

const move = (
  { deps, scope, row, now }: Running,
  moved: Omit<Parameters<typeof moveImport>[2], 'now'>,
): Promise<boolean> =>
  transact(deps.pool, scope, async (tx) => ({
    answer: await moveImport(tx, row.import_id, { ...moved, now }),
    keep: true,
  }));

/** Takes the import's row and marks it as done in the same transaction: cancelled or registered, never both. */
const close = async (tx: Tx, { row, now }: Running): Promise<void> => {
  const locked = await importRow(tx, row.import_id, 'for update of i');
  if (locked?.status !== 'committing') throw new Cancelled();
  await moveImport(tx, row.import_id, { to: 'committed', from: ['committing'], now });
};

/** Registers the rows in one transaction, written a part at a time so that they never stand in memory together. */
const registerRows = (running: Running, ready: readonly ReadyRow[], numbers: readonly string[]) => {
  const { deps, scope, actor, now, progress } = running;
  const envelope = { actor, now, commandId: deps.newId() };
  return transact<'registered' | 'refused'>(deps.pool, scope, async (tx) => {
    for (let from = 0; from < ready.length; from += ROWS_PER_LOOK) {
      await progress(from, ready.length);
      const rows = ready.slice(from, from + ROWS_PER_LOOK);
      const steps = rows.map((row, index) => stepFor(running, row, numbers[from + index] ?? ''));
      const outcome = await runSteps(tx, steps, envelope);
      if (outcome.kind !== 'done') return { answer: 'refused', keep: false };
      await writeBatch(tx, outcome.writes);
    }
    await close(tx, running);
    return { answer: 'registered', keep: true };
  });
};

const isNumberTaken = ({ deps }: Running, error: unknown): boolean =>
  error instanceof DatabaseError && error.constraint === deps.store.mintedUnder;

/** Somebody may take one of the numbers at the same time: then all of them are minted again. */
const registerAll = async (running: Running, ready: readonly ReadyRow[]) => {
  for (let left = MINTINGS; ; left -= 1) {
    try {
      return await registerRows(running, ready, await freshNumbers(running, ready.length));
    } catch (error) {
      if (!isNumberTaken(running, error) || left === 1) throw error;
    }
  }
};

const commit = async (running: Running): Promise<void> => {
  const { deps } = running;
  const rows = await reading(running);
  const report = 'ready' in rows ? reportOf(rows) : rows;
  if (!('ready' in rows) || !isFree(report)) {
    await move(running, { to: 'checked', from: ['committing'], report });
    return;
  }
  const outcome = await registerAll(running, rows.ready);
  if (outcome === 'registered') deps.wake();
  else await move(running, { to: 'checked', from: ['committing'], report: await reportFor(running, rows) });
};

const start = async (deps: ImportDeps, { tenantId, subjectId }: Job, signal: AbortSignal) => {
  const scope = { tenantId };
  const now = await nowInZone(deps.pool, tenantId, deps.now());
  const { row, configuration } = await read(deps.pool, scope, async (db) => ({
    row: await importRow(db, subjectId),
    configuration: await deps.configuration(db),
  }));
  const actor = row && actorFor(configuration, row, now);
  if (row === undefined || actor === undefined) return undefined;
  const progress = async (done: number, total: number): Promise<void> => {
    const goesOn = await transact(deps.pool, scope, async (tx) => ({
      answer: await noteProgress(tx, subjectId, { done, total }),
      keep: true,
    }));
    if (!goesOn || signal.aborted) throw new Cancelled();
  };
  return { deps, row, scope, actor, now, progress };
};

const job = (
  deps: ImportDeps,
  during: 'checking' | 'committing',
  work: (running: Running) => Promise<void>,
): JobKind => ({
  run: async (waiting, signal) => {
    const running = await start(deps, waiting, signal);
    if (running?.row.status !== during) return undefined;
    try {
      await work(running);
    } catch (error) {
      if (!(error instanceof Cancelled) || signal.aborted) throw error;
    }
    return undefined;
  },
  gaveUp: ({ tenantId, subjectId }) =>
    transact(deps.pool, { tenantId }, async (tx) => {
      await moveImport(tx, subjectId, { to: 'failed', from: [during], now: deps.now() });
      return { answer: undefined, keep: true };
    }),
});

/** Checks a sheet without registering anything, and registers a checked one, all rows or none. */
export const importJobs = (deps: ImportDeps): Readonly<Record<string, JobKind>> => ({
  [CHECK_JOB]: job(deps, 'checking', check),
  [COMMIT_JOB]: job(deps, 'committing', commit),
});
