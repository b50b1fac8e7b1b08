import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const packageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/packages',
    component: lazyRouteComponent(() => import('../../package/package-list-page.tsx'), 'PackageListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/packages/$id',
    component: lazyRouteComponent(() => import('../package/package-page.tsx'), 'PackagePage'),
  }),
];
