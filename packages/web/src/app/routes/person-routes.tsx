import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const personRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people',
    component: lazyRouteComponent(() => import('../../person/person-list-page.tsx'), 'PersonListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people/$id',
    component: lazyRouteComponent(() => import('../../person/person-page.tsx'), 'PersonPage'),
  }),
];
