import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const visitRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/visits',
    component: lazyRouteComponent(() => import('../../visit/visit-list-page.tsx'), 'VisitListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/visits/$id',
    component: lazyRouteComponent(() => import('../../visit/visit-page.tsx'), 'VisitPage'),
  }),
];
