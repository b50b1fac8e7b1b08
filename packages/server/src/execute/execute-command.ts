import type { Actor } from '@xiaoer/domain/access/actor';
import type { Instant } from '@xiaoer/domain/time/instant';
import { DatabaseError, type Pool } from 'pg';
import { transact, type RowScope, type Tx } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { keyWrites, lookUpKey, type CommandKey } from './idempotency.ts';
import type { Outcome } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

export type ExecuteDeps = {
  readonly pool: Pool;
  readonly newId: () => string;
  /** Called after a commit: the workers of this process need not wait for their next look. */
  readonly wake: () => void;
};

export type Request = {
  readonly scope: RowScope;
  readonly actor: Actor;
  readonly now: Instant;
  readonly key?: CommandKey | undefined;
};

const UNIQUE_VIOLATION = '23505';
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

const attempt = (deps: ExecuteDeps, request: Request, steps: readonly Step[]): Promise<Outcome> =>
  transact(deps.pool, request.scope, async (tx) => {
    const envelope = { ...request, commandId: deps.newId() };
    const [known, outcome] = await Promise.all([lookUpKey(tx, request), runSteps(tx, steps, envelope)]);
    if (known !== undefined) return { answer: known, keep: false };
    if (outcome.kind !== 'done') return { answer: (await lookUpKey(tx, request)) ?? outcome, keep: false };
    const sent = writeBatch(tx, [...outcome.writes, ...keyWrites(request, outcome.written)]);
    return { answer: { kind: 'done', written: outcome.written, replayed: false }, keep: true, sent };
  });

const conflictOf = async (
  deps: ExecuteDeps,
  request: Request,
  error: unknown,
): Promise<Outcome | undefined> => {
  if (!(error instanceof DatabaseError)) return undefined;
  if (error.code === LOCK_NOT_AVAILABLE || error.code === DEADLOCK) return { kind: 'busy' };
  if (error.code !== UNIQUE_VIOLATION) return undefined;
  if (error.table === 'event_log') return { kind: 'stale', index: 0, version: 1 };
  // Somebody else took a name or code between the look and the write: trying again meets the refusal.
  if (error.table !== 'idempotency') return { kind: 'busy' };
  return transact(deps.pool, request.scope, async (tx: Tx) => ({
    answer: await lookUpKey(tx, request),
    keep: false,
  }));
};

/**
 * The one write path: several commands in one transaction, all or nothing. The same key with the same request answers
 * with the first success again; a refusal is not stored. The key's row is written with the other rows and its unique
 * index makes a second sender wait for the first (lock_timeout, then `busy`), so a command costs no extra round trip.
 */
export const executeCommands = async (
  deps: ExecuteDeps,
  request: Request,
  steps: readonly Step[],
): Promise<Outcome> => {
  try {
    const outcome = await attempt(deps, request, steps);
    if (outcome.kind === 'done' && !outcome.replayed) deps.wake();
    return outcome;
  } catch (error) {
    const conflict = await conflictOf(deps, request, error);
    if (conflict === undefined) throw error;
    return conflict;
  }
};

export const executeCommand = (deps: ExecuteDeps, request: Request, step: Step): Promise<Outcome> =>
  executeCommands(deps, request, [step]);
