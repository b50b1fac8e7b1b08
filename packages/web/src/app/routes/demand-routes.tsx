import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

const getParentRoute = () => shellRoute;

const list = () => import('../../demand/list/demands-page.tsx');
const page = () => import('../../demand/page/demand-page.tsx');

/** Other addresses that people type or remember. */
const leadsTo = (path: string, href: string) =>
  createRoute({
    getParentRoute,
    path,
    beforeLoad: ({ location }) => {
      throw redirect({ href: href + location.searchStr, replace: true });
    },
  });

export const demandRoutes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../../demand/desk/desk-page.tsx'), 'DeskPage'),
  }),
  createRoute({ getParentRoute, path: '/demands', component: lazyRouteComponent(list, 'DemandsPage') }),
  createRoute({ getParentRoute, path: '/demands/$id', component: lazyRouteComponent(page, 'DemandPage') }),
  leadsTo('/desk', '/'),
];
