import { DEMAND_CHANGES } from '@xiaoer/contract/demand-commands';
import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { demandDetail, demands, desk } from '@xiaoer/contract/demand-views';
import { portalDemand, portalDemands } from '@xiaoer/contract/portal';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, newIdempotencyKey } from '../../lib/client/call.ts';
import type { Answer, AnyRoute } from '../../lib/client/call.ts';
import { queryKeyOf } from '../../lib/client/query.ts';
import '../../lib/messages/demand-refusal-texts.ts';

type Written = { readonly id: string; readonly version: number };
type Sending = {
  readonly id: string;
  readonly version: number;
  readonly type: DemandChange;
  readonly body: unknown;
};

/** Everything shown of demands is asked for again. */
export const renewDemands = (client: QueryClient): Promise<unknown> =>
  Promise.all(
    [demandDetail, demands, desk, portalDemand, portalDemands].map((route) =>
      client.invalidateQueries({ queryKey: queryKeyOf(route) }),
    ),
  );

/** One key per intention: pressing again or sending again after a broken line does it once; other words are another intention. */
export function useIntentKey(): (intent: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return (intent) => {
    const text = JSON.stringify(intent);
    if (last.current.text !== text) last.current = { text, key: newIdempotencyKey() };
    return last.current.key;
  };
}

/** Sends one command; whoever sends several renews at the end. */
export function useSend(): (sending: Sending) => Promise<Answer<Written>> {
  const keyFor = useIntentKey();
  return (sending) => {
    const { id, version, type, body } = sending;
    // The body was built by the form of this very type: see FORMS.
    const send = call as (route: AnyRoute, input: unknown) => Promise<Answer<Written>>;
    return send(DEMAND_CHANGES[type], {
      params: { id },
      body,
      ifMatch: version,
      idempotencyKey: keyFor(sending),
    });
  };
}

/** Sends one command and renews what is shown. */
export function useChange(): (sending: Sending) => Promise<Answer<Written>> {
  const client = useQueryClient();
  const send = useSend();
  return async (sending) => {
    const answer = await send(sending);
    if (answer.ok || answer.problem.status === 412) await renewDemands(client);
    return answer;
  };
}
