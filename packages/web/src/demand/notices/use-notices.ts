import { notices, noticeStream, readNotices } from '@xiaoer/contract/notices';
import { demandDetail, demands, desk } from '@xiaoer/contract/demand-views';
import { portalDemand, portalDemands } from '@xiaoer/contract/portal';
import { me } from '@xiaoer/contract/sign-in';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../lib/client/call.ts';
import type { AnswerBody, CallInput } from '../../lib/client/call.ts';
import { queryKeyOf, reading } from '../../lib/client/query.ts';
import { openEventStream } from '../../lib/events/event-stream.ts';
import { gathered } from '../../lib/events/gathered.ts';

export type Notice = AnswerBody<typeof notices>['notices'][number];

const SHOWN = 30;
/** The stream carries everything; this is the second look for what a broken line may have cost. */
const SECOND_LOOK_MS = 60_000;

/** An import tells of thousands of demands: what they change is asked for together. */
const REST_MS = 400;

/** What a notice may have changed on the screen. */
const TOUCHED = [notices, me, desk, demands, demandDetail, portalDemands, portalDemand];

/** My newest notices and how many are unread. */
export function useNotices() {
  const found = useQuery({
    ...reading(notices, { query: { limit: SHOWN } }),
    refetchInterval: SECOND_LOOK_MS,
  });
  return found.data?.body;
}

/** Listens for notices for as long as the shell stands; each one renews what it may have changed. */
export function useLiveNotices(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stream = openEventStream(noticeStream.path, ['notice']);
    const renew = (): Promise<unknown> =>
      Promise.all(TOUCHED.map((route) => client.invalidateQueries({ queryKey: queryKeyOf(route) })));
    const stop = stream.subscribe(gathered(renew, REST_MS));
    return () => {
      stop();
      stream.close();
    };
  }, [client]);
}

/** Marks notices as read: everything up to one, or from one to another; a single one is from itself to itself. */
export function useMarkRead(): (which: CallInput<typeof readNotices>['body']) => Promise<void> {
  const client = useQueryClient();
  return async (which) => {
    await call(readNotices, { body: which });
    await Promise.all(
      [notices, me].map((route) => client.invalidateQueries({ queryKey: queryKeyOf(route) })),
    );
  };
}
