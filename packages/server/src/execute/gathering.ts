import { DatabaseError } from 'pg';
import { settled } from '../db/settled.ts';
import { gathered } from '../db/together.ts';
import { transact, type Tx } from '../db/transact.ts';
import { writeBatch, type Write } from '../db/write-batch.ts';
import { executeMinting, type ExecuteDeps, type Request } from './execute-command.ts';
import { keyWrites, lookUpKey } from './idempotency.ts';
import type { Outcome } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

/** Executes steps for a request; `mint` makes them, anew with each try. */
export type Execute = (request: Request, mint: () => readonly Step[]) => Promise<Outcome>;

type Asked = { readonly request: Request; readonly mint: () => readonly Step[] };
/** Without an outcome: it has to be tried for itself. */
type Tried = { readonly outcome?: Outcome; readonly writes: readonly Write[] };

/** One is decided while another is written; with one or three as many were raised. */
const LANES = 2;
const MOST = 16;

const tryOne = async (tx: Tx, { newId }: ExecuteDeps, { request, mint }: Asked): Promise<Tried> => {
  const envelope = { ...request, commandId: newId() };
  const [known, ran] = await Promise.all([lookUpKey(tx, request), runSteps(tx, mint(), envelope)]);
  if (known !== undefined) return { outcome: known, writes: [] };
  if (ran.kind !== 'done') return { writes: [] };
  const { written, writes } = ran;
  return {
    outcome: { kind: 'done', written, replayed: false },
    writes: [...writes, ...keyWrites(request, written)],
  };
};

/** Whether the database has undone the transaction for certain; a connection that broke may have broken behind its commit. */
const isUndone = (error: unknown): boolean => error instanceof DatabaseError && error.severity === 'ERROR';

/** In one transaction. Who gets no outcome has to be tried for itself. */
const executeTogether = async (
  deps: ExecuteDeps,
  { request: { scope } }: Asked,
  asked: readonly Asked[],
): Promise<readonly (Outcome | undefined)[]> => {
  const done = transact(deps.pool, scope, async (tx) => {
    const tried = await settled(asked.map((one) => tryOne(tx, deps, one)));
    const sent = writeBatch(
      tx,
      tried.flatMap(({ writes }) => writes),
    );
    return { answer: tried.map(({ outcome }) => outcome), keep: true, sent };
  });
  const outcomes = await done.catch((error: unknown) => {
    if (!isUndone(error)) throw error;
    return [];
  });
  if (outcomes.length > 0) deps.wake();
  return outcomes;
};

/** What was minted already comes first. */
const startingWith = <Minted>(first: Minted, mint: () => Minted): (() => Minted) => {
  const minted = [first];
  return () => minted.pop() ?? mint();
};

/**
 * Executes commands, those that may share a transaction together where many come at once: while two transactions of a scope
 * are under way, what else comes in it waits and goes into the next one, which costs the database half for each. What goes
 * wrong for one undoes the group, and each is tried for itself.
 */
export const gatheringExecutor = (deps: ExecuteDeps): Execute => {
  const share = gathered<Asked, Outcome | undefined>({
    queueOf: ({ request: { scope } }) => `${scope.tenantId} ${scope.enterpriseId ?? ''}`,
    lanes: LANES,
    most: MOST,
    answer: async ([first, ...others]) => {
      if (first === undefined) return [];
      if (others.length === 0) return [await executeMinting(deps, first.request, first.mint)];
      return executeTogether(deps, first, [first, ...others]);
    },
  });
  return async (request, again) => {
    const steps = again();
    const mint = startingWith(steps, again);
    const shared = steps.every(({ mayShare }) => mayShare) ? await share({ request, mint }) : undefined;
    return shared ?? executeMinting(deps, request, mint);
  };
};
