import type { auditSearch } from '@xiaoer/contract/audit';
import type { QueryOf } from '@xiaoer/contract/route';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { endOfDay, instantAt, type Instant } from '@xiaoer/domain/time/instant';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { cursorOf, positionOf } from '../http/cursor.ts';

type Page = z.input<typeof auditSearch.response>;

type Row = {
  readonly stream_id: string;
  readonly version: number;
  readonly aggregate: string;
  readonly type: string;
  readonly recorded_at: Instant;
  readonly actor_id: PersonId | null;
  readonly on_behalf_of: PersonId | null;
};

type Asked = { readonly query: QueryOf<typeof auditSearch>; readonly configuration: Configuration };

const personIn = ({ staff }: Configuration, id: PersonId | null) =>
  id && { personId: id, name: staff.get(id)?.personal?.name ?? '' };

const conditions = ({ person, stream, aggregate, type, from, to }: Asked['query'], values: unknown[]) => {
  const add = (value: unknown): string => `$${values.push(value)}`;
  return [
    ...(person === undefined ? [] : [`actor_id = ${add(person)}`]),
    ...(stream === undefined ? [] : [`stream_id = ${add(stream)}`]),
    ...(aggregate === undefined ? [] : [`aggregate = ${add(aggregate)}`]),
    ...(type === undefined ? [] : [`type = ${add(type)}`]),
    ...(from === undefined ? [] : [`recorded_at >= ${add(instantAt(from, 0))}`]),
    ...(to === undefined ? [] : [`recorded_at < ${add(endOfDay(to))}`]),
  ];
};

/** Later events of one moment come first by stream; within a stream the log's own order holds. */
const before = (cursor: string | undefined, values: unknown[]): readonly string[] => {
  const position = cursor === undefined ? undefined : positionOf(cursor);
  if (position === undefined) return [];
  const [marker, stream] = position;
  const [at, version] = marker.split('#');
  return [
    `(recorded_at, stream_id, version) < ($${values.push(at)}::timestamptz, $${values.push(stream)}::uuid, $${values.push(Number(version))}::integer)`,
  ];
};

/** A page of the log that fits the search, newest first. */
export const auditPage = async (db: ReadDb, { query, configuration }: Asked): Promise<Page> => {
  const values: unknown[] = [db.scope.tenantId];
  const where = ['tenant_id = $1', ...conditions(query, values), ...before(query.cursor, values)];
  const rows = await db.query<Row>(
    `select stream_id, version, aggregate, type, recorded_at, actor_id, on_behalf_of from event_log
     where ${where.join(' and ')} order by recorded_at desc, stream_id desc, version desc
     limit $${values.push(query.limit + 1)}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    entries: page.map((row) => ({
      streamId: row.stream_id,
      version: row.version,
      aggregate: row.aggregate,
      type: row.type,
      at: row.recorded_at,
      by: personIn(configuration, row.actor_id),
      onBehalfOf: personIn(configuration, row.on_behalf_of),
    })),
    next:
      rows.length > query.limit && last
        ? cursorOf([`${last.recorded_at}#${last.version}`, last.stream_id])
        : null,
  };
};
