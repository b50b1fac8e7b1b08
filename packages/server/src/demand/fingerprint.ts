import { fingerprint } from '@xiaoer/domain/suggestion/fingerprint';
import type { DemandEvent } from '@xiaoer/domain/demand/events';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { Write } from '../db/write-batch.ts';
import type { Change } from '../execute/store.ts';

/** A text's marks as the table keeps them. */
export const marksOf = (text: string): readonly number[] => {
  const { exact, bands } = fingerprint(text);
  return [...new Set([exact, ...bands])];
};

/** The marks of the demand's text, when it is new or was corrected. */
export const fingerprintWrites = ({
  tenantId,
  id,
  before,
  after,
}: Change<Demand, DemandEvent>): readonly Write[] => {
  const { text } = after.particulars;
  if (before?.particulars.text === text) return [];
  return [
    {
      table: 'demand_fingerprint',
      upsert: [
        { tenant_id: tenantId, demand_id: id, enterprise_id: after.enterpriseId, marks: marksOf(text) },
      ],
      key: ['tenant_id', 'demand_id'],
    },
  ];
};

/** The mark that identical texts have in common. */
export const exactMark = (text: string): number => fingerprint(text).exact;
