import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMilliseconds, minInstant, type Instant } from '@xiaoer/domain/time/instant';
import { recordedOf } from '../execute/logged-events.ts';
import { eventFinding, type EventPlace, type Findings } from './findings.ts';
import { orderedRows, type OrderedRows, type Querying } from './ordered-rows.ts';
import { STORED_COLUMNS, storedEventHash, type StoredEvent } from './stored-event.ts';
import type { Folded, Refold, StreamCheck } from './stream-check.ts';
import { openStates, type States } from './verify-states.ts';

/** Events that wait to be sealed. */
export type Tail = { readonly events: number; readonly oldestAt: Instant | undefined };

export type StreamSummary = { readonly events: number; readonly streams: number; readonly tail: Tail };

type LeafRow = EventPlace & { readonly leaf: number; readonly hash: Buffer };

type Sources = {
  readonly events: OrderedRows<StoredEvent>;
  readonly leaves: OrderedRows<LeafRow>;
  readonly pending: OrderedRows<EventPlace>;
};

const openSources = async (db: Querying, tenantId: TenantId): Promise<Sources> => {
  const values = [tenantId];
  const order = 'where tenant_id = $1 order by stream_id, version';
  return {
    events: await orderedRows(db, {
      text: `select ${STORED_COLUMNS.join(', ')} from event_log ${order}`,
      values,
    }),
    leaves: await orderedRows(db, {
      text: `select stream_id, version, type, leaf, hash from seal_leaf ${order}`,
      values,
    }),
    pending: await orderedRows(db, { text: `select stream_id, version from unsealed ${order}`, values }),
  };
};

const isBefore = (one: EventPlace, other: EventPlace): boolean =>
  one.stream_id === other.stream_id ? one.version < other.version : one.stream_id < other.stream_id;

const earliest = (...places: readonly (EventPlace | undefined)[]): EventPlace | undefined =>
  places.reduce((first, place) => {
    if (place === undefined) return first;
    return first === undefined || isBefore(place, first) ? place : first;
  }, undefined);

const isAt = (row: EventPlace | undefined, place: EventPlace): boolean =>
  row?.version === place.version && row.stream_id === place.stream_id;

type Found = {
  readonly event: StoredEvent | undefined;
  readonly leaf: LeafRow | undefined;
  readonly pending: EventPlace | undefined;
};

/** Takes what all three sources hold at the earliest place, and steps over it. */
const takePlace = async ({
  events,
  leaves,
  pending,
}: Sources): Promise<(Found & { place: EventPlace }) | undefined> => {
  const place = earliest(events.head(), leaves.head(), pending.head());
  if (place === undefined) return undefined;
  const take = async <Row extends EventPlace>(rows: OrderedRows<Row>): Promise<Row | undefined> => {
    const row = rows.head();
    if (row === undefined || !isAt(row, place)) return undefined;
    await rows.advance();
    return row;
  };
  return { place, event: await take(events), leaf: await take(leaves), pending: await take(pending) };
};

const judgeSealed = (event: StoredEvent, leaf: LeafRow, findings: Findings): void => {
  if (!storedEventHash(event).equals(leaf.hash))
    findings.add(eventFinding('changed', event, `was changed after it was sealed as leaf ${leaf.leaf}`));
  else if (leaf.type !== event.type)
    findings.add(eventFinding('leaf', event, `is called ${leaf.type} by its leaf ${leaf.leaf}`));
};

const judgeGone = (place: EventPlace, leaf: LeafRow | undefined, findings: Findings): void => {
  if (leaf === undefined)
    findings.add(eventFinding('removed', place, 'was removed while it waited to be sealed'));
  else findings.add(eventFinding('removed', leaf, `was removed after it was sealed as leaf ${leaf.leaf}`));
};

const judgeUnsealed = (
  event: StoredEvent,
  isPending: boolean,
  { findings, lastSealedAt, longestCommandMs }: StreamCheck,
): void => {
  if (!isPending)
    findings.add(
      eventFinding('inserted', event, 'was inserted: it is neither sealed nor waiting to be sealed'),
    );
  else if (lastSealedAt !== undefined && event.recorded_at < addMilliseconds(lastSealedAt, -longestCommandMs))
    findings.add(
      eventFinding(
        'inserted',
        event,
        `was inserted: dated ${event.recorded_at}, it was not there when all before ${lastSealedAt} was sealed`,
      ),
    );
};

const judge = (place: EventPlace, { event, leaf, pending }: Found, check: StreamCheck): void => {
  const { findings } = check;
  if (event === undefined) return judgeGone(place, leaf, findings);
  if (leaf === undefined) return judgeUnsealed(event, pending !== undefined, check);
  judgeSealed(event, leaf, findings);
  if (pending !== undefined)
    findings.add(eventFinding('leaf', event, `waits to be sealed again, though it is leaf ${leaf.leaf}`));
};

const foldInto = (stream: Folded, event: StoredEvent, refold: Refold | undefined): void => {
  stream.aggregate ??= event.aggregate;
  stream.version = event.version;
  if (refold === undefined || stream.failure !== undefined) return;
  try {
    stream.state = refold.evolve(stream.state, recordedOf(event));
  } catch (error) {
    stream.failure = `version ${event.version} (${event.type}) cannot be folded: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const checkGap = (stream: Folded, place: EventPlace, findings: Findings): void => {
  for (let version = stream.place + 1; version < place.version && version < stream.place + 50; version += 1)
    findings.add(eventFinding('removed', { stream_id: stream.id, version }, 'is missing'));
  stream.place = place.version;
};

const newStream = (id: string): Folded => ({
  id,
  aggregate: undefined,
  place: 0,
  version: 0,
  state: undefined,
  failure: undefined,
});

/**
 * Walks log, leaves, waiting rows and states side by side in stream order, each read once in pages: every event has its
 * leaf or waits for it, every leaf its event, versions have no gaps, and the fold of each stream is its saved state.
 */
export const verifyStreams = async (db: Querying, check: StreamCheck): Promise<StreamSummary> => {
  const sources = await openSources(db, check.tenantId);
  const states: States = await openStates(db, check);
  const tail = { events: 0, oldestAt: undefined as Instant | undefined };
  let events = 0;
  let streams = 0;
  let stream: Folded | undefined;
  for (let found = await takePlace(sources); found !== undefined; found = await takePlace(sources)) {
    const { place, event } = found;
    if (stream?.id !== place.stream_id) {
      if (stream !== undefined) await states.compare(stream);
      stream = newStream(place.stream_id);
      streams += 1;
    }
    checkGap(stream, place, check.findings);
    judge(place, found, check);
    if (event === undefined) continue;
    events += 1;
    foldInto(stream, event, check.refolds.get(stream.aggregate ?? event.aggregate));
    if (found.leaf !== undefined) continue;
    tail.events += 1;
    tail.oldestAt =
      tail.oldestAt === undefined ? event.recorded_at : minInstant(tail.oldestAt, event.recorded_at);
  }
  if (stream !== undefined) await states.compare(stream);
  await states.finish();
  return { events, streams, tail };
};
