import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { LogRow } from '../execute/logged-events.ts';
import { canonicalJson } from './canonical-json.ts';
import { leafHash } from './merkle.ts';

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

/** The event's leaf: SHA-256 over 0x00 and the canonical JSON of the row. */
export const storedEventHash = (event: StoredEvent): Buffer => leafHash(Buffer.from(canonicalJson(event)));
