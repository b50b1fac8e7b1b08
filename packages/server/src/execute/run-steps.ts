import type { Actor } from '@xiaoer/domain/access/actor';
import type { Recorded } from '@xiaoer/domain/kernel/decider';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';
import type { Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import type { Typed } from './store.ts';
import type { Envelope, Step } from './step.ts';
import type { Loaded } from './stream-change.ts';

export type Written = { readonly aggregate: string; readonly id: string; readonly version: number };

export type Refused =
  | { readonly kind: 'refused'; readonly index: number; readonly refusal: Refusal }
  | { readonly kind: 'forbidden'; readonly index: number }
  | { readonly kind: 'hidden'; readonly index: number }
  | { readonly kind: 'stale'; readonly index: number; readonly version: number };

export type StepsOutcome =
  | { readonly kind: 'done'; readonly written: readonly Written[]; readonly writes: readonly Write[] }
  | Refused;

type Stream = {
  readonly step: Step;
  readonly before: Loaded | undefined;
  readonly events: readonly Recorded<Typed>[];
  readonly current: Loaded | undefined;
  readonly context: unknown;
};

type Streams = Map<string, Stream>;

const streamKey = (step: Step): string => `${step.aggregate}/${step.id}`;

/** Rows are locked in id order (statements of a connection run in the order they are sent) whatever the order of the steps,
 * so that two lists never wait for each other. */
const loadStreams = async (tx: Tx, steps: readonly Step[]): Promise<Streams> => {
  const unique = new Map(steps.map((step) => [streamKey(step), step]));
  const inOrder = [...unique].sort(([one], [other]) => (one < other ? -1 : 1));
  const loaded = await Promise.all(
    inOrder.map(async ([key, step]): Promise<[string, Stream]> => {
      const before = await step.load(tx);
      return [key, { step, before, events: [], current: before, context: undefined }];
    }),
  );
  return new Map(loaded);
};

type Trouble<Given = Refused> = Given extends Refused ? Omit<Given, 'index'> : never;

/** Decides a step on its stream as it stands; with it goes what belongs to it on other streams. */
const runStep = async (
  tx: Tx,
  streams: Streams,
  { step, envelope }: { readonly step: Step; readonly envelope: Envelope },
): Promise<Trouble | undefined> => {
  const stream = streams.get(streamKey(step));
  // Before the version is compared: a stale version would tell that what is hidden exists.
  const access = step.access(stream?.current, envelope.actor);
  if (access !== 'allowed') return { kind: access };
  const version = stream?.before?.version ?? 0;
  if (step.expectedVersion !== undefined && step.expectedVersion !== version) {
    if (version > 0) return { kind: 'stale', version };
  }
  const result = await step.run(tx, stream?.current, envelope);
  if (result.kind === 'refused') return result;
  streams.set(streamKey(step), {
    step,
    before: stream?.before,
    events: [...(stream?.events ?? []), ...result.events],
    current: result.loaded,
    context: result.context,
  });
  if (result.atOnce.length > 0) await runAtOnce(tx, streams, { steps: result.atOnce, envelope });
  return undefined;
};

/** By the program itself; a refusal means that there is nothing left to do. */
const runAtOnce = async (
  tx: Tx,
  streams: Streams,
  { steps, envelope }: { readonly steps: readonly Step[]; readonly envelope: Envelope },
): Promise<void> => {
  const others = steps.filter((step) => !streams.has(streamKey(step)));
  for (const [key, stream] of await loadStreams(tx, others)) streams.set(key, stream);
  const actor: Actor = { kind: 'system', tenantId: tx.scope.tenantId };
  for (const step of steps) await runStep(tx, streams, { step, envelope: { ...envelope, actor } });
};

/**
 * Decides the steps in their order inside `tx`, all or nothing, and answers with the rows to write; nothing is written
 * yet. Two steps on one stream see each other's events.
 */
export const runSteps = async (tx: Tx, steps: readonly Step[], envelope: Envelope): Promise<StepsOutcome> => {
  const streams = await loadStreams(tx, steps);
  for (const [index, step] of steps.entries()) {
    const trouble = await runStep(tx, streams, { step, envelope });
    if (trouble !== undefined) return { ...trouble, index };
  }
  return { kind: 'done', ...collect(tx, [...streams.values()], envelope) };
};

const collect = (tx: Tx, streams: readonly Stream[], envelope: Envelope) => {
  const written: Written[] = [];
  const writes: Write[] = [];
  for (const { step, before, events, current, context } of streams) {
    if (current === undefined) continue;
    written.push({ aggregate: step.aggregate, id: step.id, version: current.version });
    if (events.length === 0) continue;
    writes.push(
      ...step.writes(tx, {
        before,
        after: current,
        events,
        commandId: envelope.commandId,
        now: envelope.now,
        context,
      }),
    );
  }
  return { written, writes };
};
