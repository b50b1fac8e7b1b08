import type { DemandEvent } from '@xiaoer/domain/demand/events';
import type { RecordedDemandEvent } from '@xiaoer/domain/demand/evolve';
import { outwardEvent } from '@xiaoer/domain/demand/outward';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { Recorded } from '@xiaoer/domain/kernel/decider';
import type { Write } from '../db/write-batch.ts';
import type { Change } from '../execute/store.ts';

const FIELDS = new Set(['files', 'proof']);

/** Ids of the files that a command, an event or a part of one names, at any depth. */
export const namedFiles = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    FIELDS.has(key) && Array.isArray(inner)
      ? inner.filter((id): id is string => typeof id === 'string')
      : namedFiles(inner),
  );
};

/** Which files the change's events name, and whether the asker sees them there. */
export const fileWrites = ({
  tenantId,
  id,
  after,
  events,
}: Pick<Change<Demand, DemandEvent>, 'tenantId' | 'id' | 'after'> & {
  readonly events: readonly Recorded<DemandEvent>[];
}): readonly Write[] => {
  const rowOf = (outward: boolean) => (fileId: string) => ({
    tenant_id: tenantId,
    file_id: fileId,
    demand_id: id,
    outward,
    enterprise_id: after.enterpriseId,
  });
  const named = events.flatMap((event) => [
    ...namedFiles(event).map(rowOf(false)),
    ...namedFiles(outwardEvent(event as RecordedDemandEvent)?.fields).map(rowOf(true)),
  ]);
  return [{ table: 'demand_file', insertNew: named, key: ['tenant_id', 'file_id', 'demand_id', 'outward'] }];
};
