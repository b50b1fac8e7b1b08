import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const figureRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/figures',
    component: lazyRouteComponent(() => import('../../figures/figures-page.tsx'), 'FiguresPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/figures/$id',
    component: lazyRouteComponent(() => import('../../figures/figure-page.tsx'), 'FigurePage'),
  }),
];
