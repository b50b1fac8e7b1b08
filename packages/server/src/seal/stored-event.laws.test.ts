import {
  assert,
  constant,
  dictionary,
  integer,
  jsonValue,
  oneof,
  property,
  record,
  string,
  uuid,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { STORED_COLUMNS, storedEventText, type StoredEvent } from './stored-event.ts';

const id = oneof(constant(null), uuid());
const row = record({
  tenant_id: integer(),
  stream_id: uuid(),
  version: integer(),
  aggregate: string(),
  type: string(),
  schema_version: integer(),
  data: dictionary(string(), jsonValue()),
  actor_id: id,
  on_behalf_of: id,
  recorded_at: string(),
  command_id: uuid(),
  enterprise_id: id,
}) as Arbitrary<unknown> as Arbitrary<StoredEvent>;

describe('storedEventText', () => {
  it('is the canonical JSON of the row, every column of it', () => {
    assert(
      property(row, (event) => {
        expect(storedEventText(event)).toBe(canonicalJson(event));
        expect(Object.keys(event).sort()).toEqual([...STORED_COLUMNS].sort());
      }),
    );
  });
});
