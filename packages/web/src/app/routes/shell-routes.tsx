import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ProblemError } from '../../lib/client/problem-error.ts';
import { FrameFailure } from '../page-failure.tsx';
import { returnPath, signInAddress } from '../return-path.ts';

export const rootRoute = createRootRoute({ errorComponent: FrameFailure });

const shell = () => import('../shell/shell.tsx');

/** Every page behind the sign-in hangs below this route. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const { homeOfMe } = await shell();
    try {
      const home = await homeOfMe();
      if (location.pathname === '/' && home !== '/') throw redirect({ href: home, replace: true });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401)
        throw redirect({ href: signInAddress(location.href) });
      throw error;
    }
  },
  errorComponent: FrameFailure,
  component: lazyRouteComponent(shell, 'Shell'),
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { readonly back?: string } => {
    const back = returnPath(search['back']);
    return back === '/' ? {} : { back };
  },
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../set-up/set-up-page.tsx'), 'SetUpPage'),
});
