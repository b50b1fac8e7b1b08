import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const policySessionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/policy-sessions',
    component: lazyRouteComponent(
      () => import('../../policy-session/policy-session-list-page.tsx'),
      'PolicySessionListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/policy-sessions/$id',
    component: lazyRouteComponent(
      () => import('../../policy-session/policy-session-page.tsx'),
      'PolicySessionPage',
    ),
  }),
];
