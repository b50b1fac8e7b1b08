import type { DemandEvent } from '@xiaoer/domain/demand/events';
import type { Demand } from '@xiaoer/domain/demand/state';
import { foldWidth } from '@xiaoer/domain/suggestion/text';
import type { Write } from '../db/write-batch.ts';
import type { Change } from '../execute/store.ts';
import { tsvectorOf, wordOf } from '../words/tsvector.ts';
import { marksOf } from './fingerprint.ts';

const foundBy = ({ number, particulars: { title, text } }: Demand): string => `${number} ${title} ${text}`;

/** What finds the demand by its text, when it is new or its text was corrected. */
export const textWrites = (
  { tenantId, id, before, after }: Change<Demand, DemandEvent>,
  indexTerms: (text: string) => readonly string[],
): readonly Write[] => {
  const words = foundBy(after);
  if (before !== undefined && foundBy(before) === words) return [];
  const row = {
    tenant_id: tenantId,
    demand_id: id,
    enterprise_id: after.enterpriseId,
    tsv: tsvectorOf(indexTerms(words).map((word) => wordOf(tenantId, word))),
    marks: marksOf(after.particulars.text),
    title: foldWidth(after.particulars.title),
    raised_at: after.registeredAt,
  };
  const table = 'demand_text';
  return before === undefined
    ? [{ table, insert: [row] }]
    : [{ table, update: [row], key: ['tenant_id', 'demand_id'] }];
};
