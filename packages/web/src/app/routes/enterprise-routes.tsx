import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const enterpriseRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/enterprises',
    component: lazyRouteComponent(
      () => import('../../enterprise/enterprise-list-page.tsx'),
      'EnterpriseListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/enterprises/$id',
    component: lazyRouteComponent(() => import('../../enterprise/enterprise-page.tsx'), 'EnterprisePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/enterprises/$id/brief',
    component: lazyRouteComponent(() => import('../../enterprise/brief-page.tsx'), 'BriefPage'),
  }),
];
