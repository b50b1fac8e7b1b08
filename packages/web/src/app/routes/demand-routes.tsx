import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute, shellRoute } from './shell-routes.tsx';

const getParentRoute = () => shellRoute;

type Component = ReturnType<typeof lazyRouteComponent>;
const page = (path: string, component: Component) => createRoute({ getParentRoute, path, component });

/** Other addresses that people type or remember. */
const leadsTo = (path: string, href: string) =>
  createRoute({
    getParentRoute,
    path,
    beforeLoad: ({ location }) => {
      throw redirect({ href: href + location.searchStr, replace: true });
    },
  });

const officePages = [
  page(
    '/',
    lazyRouteComponent(() => import('../../demand/desk/desk-page.tsx'), 'DeskPage'),
  ),
  page(
    '/demands',
    lazyRouteComponent(() => import('../../demand/list/demands-page.tsx'), 'DemandsPage'),
  ),
  page(
    '/demands/register',
    lazyRouteComponent(() => import('../../demand/register/register-page.tsx'), 'RegisterPage'),
  ),
  page(
    '/demands/settle',
    lazyRouteComponent(() => import('../../demand/register/settle-page.tsx'), 'SettlePage'),
  ),
  page(
    '/demands/code',
    lazyRouteComponent(() => import('../../demand/intake-code/intake-code-page.tsx'), 'IntakeCodePage'),
  ),
  page(
    '/demands/import',
    lazyRouteComponent(() => import('../../demand/import/import-page.tsx'), 'ImportPage'),
  ),
  page(
    '/demands/$id',
    lazyRouteComponent(() => import('../../demand/page/demand-page.tsx'), 'DemandPage'),
  ),
  page(
    '/routing',
    lazyRouteComponent(() => import('../../demand/routing/routing-page.tsx'), 'RoutingPage'),
  ),
  page(
    '/call-backs',
    lazyRouteComponent(() => import('../../demand/call-backs/call-backs-page.tsx'), 'CallBacksPage'),
  ),
  page(
    '/lists',
    lazyRouteComponent(() => import('../../demand/lists/lists-page.tsx'), 'ListsPage'),
  ),
  page(
    '/leader',
    lazyRouteComponent(() => import('../../demand/leader/leader-page.tsx'), 'LeaderPage'),
  ),
  page(
    '/notices',
    lazyRouteComponent(() => import('../../demand/notices/notices-page.tsx'), 'NoticesPage'),
  ),
];

const portalPages = [
  page(
    '/portal',
    lazyRouteComponent(() => import('../../demand/portal/portal-home-page.tsx'), 'PortalHomePage'),
  ),
  page(
    '/portal/raise',
    lazyRouteComponent(() => import('../../demand/portal/portal-raise-page.tsx'), 'PortalRaisePage'),
  ),
  page(
    '/portal/team',
    lazyRouteComponent(() => import('../../demand/portal/portal-team-page.tsx'), 'PortalTeamPage'),
  ),
  page(
    '/portal/demands/$id',
    lazyRouteComponent(() => import('../../demand/portal/portal-demand-page.tsx'), 'PortalDemandPage'),
  ),
];

export const demandRoutes = [
  ...officePages,
  ...portalPages,
  leadsTo('/desk', '/'),
  leadsTo('/register', '/demands/register'),
  leadsTo('/settle', '/demands/settle'),
  leadsTo('/search', '/demands'),
];

/** Pages for people without an account. */
export const outsideRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/outside/$token',
    component: lazyRouteComponent(() => import('../outside/outside-page.tsx'), 'OutsidePage'),
  }),
];
