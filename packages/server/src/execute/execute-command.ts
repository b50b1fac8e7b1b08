import type { Actor } from '@xiaoer/domain/access/actor';
import type { Instant } from '@xiaoer/domain/time/instant';
import { DatabaseError, type Pool } from 'pg';
import { transact, type RowScope, type Tx } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { keyWrites, lookUpKey, type CommandKey } from './idempotency.ts';
import type { Outcome } from './outcome.ts';
import { Overtaken } from './overtaken.ts';
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

/** How often what is minted is minted anew: a second clash is rare, a fifth is beyond chance. */
export const MINTINGS = 5;

const isTaken = (error: unknown, steps: readonly Step[]): boolean =>
  error instanceof DatabaseError &&
  error.code === UNIQUE_VIOLATION &&
  steps.some(({ mintedUnder }) => mintedUnder !== undefined && mintedUnder === error.constraint);

const knownAnswer = (deps: ExecuteDeps, request: Request): Promise<Outcome | undefined> =>
  transact(deps.pool, request.scope, async (tx: Tx) => ({
    answer: await lookUpKey(tx, request),
    keep: false,
  }));

const conflictOf = async (
  deps: ExecuteDeps,
  request: Request,
  error: unknown,
): Promise<Outcome | undefined> => {
  if (error instanceof Overtaken) return (await knownAnswer(deps, request)) ?? { kind: 'busy' };
  if (!(error instanceof DatabaseError)) return undefined;
  if (error.code === LOCK_NOT_AVAILABLE || isDeadlock(error)) return { kind: 'busy' };
  if (error.code !== UNIQUE_VIOLATION) return undefined;
  if (error.table === 'event_log') return { kind: 'stale', index: 0, version: 1 };
  // Somebody else took a name or code between the look and the write: trying again meets the refusal.
  if (error.table !== 'idempotency') return { kind: 'busy' };
  return knownAnswer(deps, request);
};

const isDeadlock = (error: unknown): boolean => error instanceof DatabaseError && error.code === DEADLOCK;

/** Of two that waited for each other the database undoes one, whole: once the other is done it can be done again. */
const tried = async (deps: ExecuteDeps, request: Request, steps: readonly Step[]): Promise<Outcome> => {
  const outcome = await attempt(deps, request, steps).catch((error: unknown) => {
    if (!isDeadlock(error)) throw error;
    return attempt(deps, request, steps);
  });
  if (outcome.kind === 'done' && !outcome.replayed) deps.wake();
  return outcome;
};

const answered = async (deps: ExecuteDeps, request: Request, error: unknown): Promise<Outcome> => {
  const conflict = await conflictOf(deps, request, error);
  if (conflict === undefined) throw error;
  return conflict;
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
    return await tried(deps, request, steps);
  } catch (error) {
    return answered(deps, request, error);
  }
};

/**
 * The same for steps that carry something minted, such as the number people quote: when it turns out to be taken, the
 * steps are made anew and tried again, so that a clash of ours is never a problem of the client's.
 */
export const executeMinting = async (
  deps: ExecuteDeps,
  request: Request,
  mint: () => readonly Step[],
): Promise<Outcome> => {
  for (let left = MINTINGS; ; left -= 1) {
    const steps = mint();
    try {
      return await tried(deps, request, steps);
    } catch (error) {
      if (isTaken(error, steps) && left > 1) continue;
      return answered(deps, request, error);
    }
  }
};

export const executeCommand = (deps: ExecuteDeps, request: Request, step: Step): Promise<Outcome> =>
  executeCommands(deps, request, [step]);
