import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const projectRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/projects',
    component: lazyRouteComponent(() => import('../../project/project-list-page.tsx'), 'ProjectListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/projects/$id',
    component: lazyRouteComponent(() => import('../../project/project-page.tsx'), 'ProjectPage'),
  }),
];
