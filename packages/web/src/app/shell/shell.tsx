import { signOut } from '@xiaoer/contract/sign-in';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { ProblemError } from '../../lib/client/problem-error.ts';
import { queryClient } from '../../lib/client/query-client.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import { readingMe, rolesOf, useMe } from '../../lib/session/use-me.ts';
import { dropDrafts } from '../../ui/form/draft.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { signInAddress } from '../return-path.ts';
import { Frame } from './frame.tsx';
import { homeOf, NAVIGATION } from './navigation.ts';
import { useKeptLanguage } from './use-kept-language.ts';

/** The live bell comes after the page: nobody waits for it. */
const NoticeBell = lazy(async () => {
  const { NoticeBell: Bell } = await import('../../demand/notices/notice-bell.tsx');
  return { default: Bell };
});

/** Loads who is signed in before any page of the shell is drawn. */
export const loadMe = () => queryClient.ensureQueryData(readingMe);

/** Where this person begins. */
export const homeOfMe = async (): Promise<string> => homeOf(rolesOf((await loadMe()).body));

/** A session that ends while a page is open leads to the sign-in page and back. */
function useSessionEnd(): void {
  const router = useRouter();
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const error: unknown = event.action.error;
        if (!(error instanceof ProblemError) || error.problem.status !== 401) return;
        router.history.push(signInAddress(router.state.location.href));
      }),
    [router],
  );
}

function SignedIn(): ReactElement | null {
  const me = useMe();
  const router = useRouter();
  const words = useProblemWords();
  const toast = useToast();
  const t = useTexts(shellTexts);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useSessionEnd();
  useKeptLanguage(me);
  if (me === undefined) return null;
  const leave = async (): Promise<void> => {
    const answer = await call(signOut);
    if (!answer.ok && answer.problem.status !== 401)
      return toast({ text: words.ofProblem(answer.problem).title, tone: 'wrong' });
    queryClient.clear();
    dropDrafts();
    router.history.push('/sign-in');
  };
  return (
    <Frame
      me={me}
      path={path}
      navigation={NAVIGATION}
      unread={me.unreadNotices}
      bell={
        <Suspense fallback={null}>
          <NoticeBell
            label={(unread) => (unread === 0 ? t('notices') : t('noticesUnread', { count: unread }))}
          />
        </Suspense>
      }
      onSignOut={() => void leave()}
    >
      <Suspense fallback={<Skeleton count={6} />}>
        <Outlet />
      </Suspense>
    </Frame>
  );
}

/** The frame with the signed-in person's data, and data for every page inside. */
export const Shell = (): ReactElement => (
  <QueryClientProvider client={queryClient}>
    <SignedIn />
  </QueryClientProvider>
);
