import { visit, VISIT_CHANGES } from '@xiaoer/contract/visit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { call, newIdempotencyKey } from '../../lib/client/call.ts';
import { queryKeyOf, reading } from '../../lib/client/query.ts';

/** What was found on a visit and is to become a demand. */
export type VisitFinding = { readonly visitId: string; readonly findingId: string; readonly text: string };

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The finding that the address names; its words come from the visit, not from the address. Undefined while they come. */
export function useVisitFinding(): VisitFinding | 'none' | undefined {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [visitId, findingId] = [textIn(search['visit']), textIn(search['finding'])];
  const isNamed = visitId !== '' && findingId !== '';
  const asked = useQuery({ ...reading(visit, { params: { id: visitId } }), enabled: isNamed });
  if (!isNamed || asked.error !== null) return 'none';
  if (asked.data === undefined) return undefined;
  const found = asked.data.body.found.find((each) => each.findingId === findingId && each.demandId === null);
  return found === undefined ? 'none' : { visitId, findingId, text: found.text };
}

/** Says on the visit which demand a finding became. Where that is refused it can still be said by hand. */
export function useLinkFinding(): (finding: VisitFinding, demandId: string) => Promise<void> {
  const client = useQueryClient();
  return async ({ visitId, findingId }, demandId) => {
    const params = { id: visitId };
    const found = await call(visit, { params });
    if (!found.ok) return;
    await call(VISIT_CHANGES.LinkFinding, {
      params,
      ifMatch: found.body.version,
      body: { findingId, demandId },
      idempotencyKey: newIdempotencyKey(),
    });
    await client.invalidateQueries({ queryKey: queryKeyOf(visit) });
  };
}
