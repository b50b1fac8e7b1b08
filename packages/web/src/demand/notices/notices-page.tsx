import { notices } from '@xiaoer/contract/notices';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { ProblemError } from '../../lib/client/problem-error.ts';
import { queryKeyOf } from '../../lib/client/query.ts';
import { demandNoticesTexts } from '../../lib/messages/demand-notices-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Problem } from '../problem.tsx';
import { NoticeList } from './notice-list.tsx';
import { useMarkRead } from './use-notices.ts';

const PAGE = 50;

/** All my notices, newest first. */
export function NoticesPage(): ReactElement {
  const t = useTexts(demandNoticesTexts);
  const markRead = useMarkRead();
  const found = useInfiniteQuery({
    queryKey: [...queryKeyOf(notices), 'pages'],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await call(notices, { query: { limit: PAGE, before: pageParam }, signal });
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.body;
    },
    getNextPageParam: (page) => (page.notices.length < PAGE ? undefined : page.notices.at(-1)?.noticeId),
  });
  if (found.data === undefined)
    return found.error === null ? <Skeleton shape="rows" count={8} /> : <Problem error={found.error} />;
  const all = found.data.pages.flatMap((page) => page.notices);
  const newest = all[0]?.noticeId;
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('notices')}
        actions={
          newest !== undefined && all.some(({ readAt }) => readAt === null) ? (
            <Button onClick={() => void markRead({ upTo: newest })}>{t('markRead')}</Button>
          ) : null
        }
      />
      <Card>
        <NoticeList notices={all} />
        {found.hasNextPage ? (
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </Card>
    </div>
  );
}
