import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const territoryRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/territories',
    component: lazyRouteComponent(() => import('../../territory/territory-page.tsx'), 'TerritoryPage'),
  }),
];
