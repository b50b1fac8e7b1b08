import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { LogRow } from '../execute/logged-events.ts';
import { canonicalJson } from './canonical-json.ts';
import { leafHashOfText } from './merkle.ts';

/** A row of event_log, every column, as the database gives it back: jsonb has its own number and key forms. */
export type StoredEvent = LogRow & {
  readonly tenant_id: TenantId;
  readonly schema_version: number;
  readonly command_id: string;
  readonly enterprise_id: string | null;
};

/** Exactly the columns that are hashed. */
export const STORED_COLUMNS = [
  'tenant_id',
  'stream_id',
  'version',
  'aggregate',
  'type',
  'schema_version',
  'data',
  'actor_id',
  'on_behalf_of',
  'recorded_at',
  'command_id',
  'enterprise_id',
] as const satisfies readonly (keyof StoredEvent)[];

/**
 * canonicalJson of the row, its members already in order: the row is written out by hand because hashing the log is what
 * `verify` spends its time on.
 */
export const storedEventText = (event: StoredEvent): string =>
  `{"actor_id":${JSON.stringify(event.actor_id)},"aggregate":${JSON.stringify(event.aggregate)}` +
  `,"command_id":${JSON.stringify(event.command_id)},"data":${canonicalJson(event.data)}` +
  `,"enterprise_id":${JSON.stringify(event.enterprise_id)},"on_behalf_of":${JSON.stringify(event.on_behalf_of)}` +
  `,"recorded_at":${JSON.stringify(event.recorded_at)},"schema_version":${event.schema_version}` +
  `,"stream_id":${JSON.stringify(event.stream_id)},"tenant_id":${event.tenant_id}` +
  `,"type":${JSON.stringify(event.type)},"version":${event.version}}`;

/** The event's leaf: SHA-256 over 0x00 and the canonical JSON of the row. */
export const storedEventHash = (event: StoredEvent): Buffer => leafHashOfText(storedEventText(event));
