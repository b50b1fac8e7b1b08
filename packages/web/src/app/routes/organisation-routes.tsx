import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const organisationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations',
    component: lazyRouteComponent(
      () => import('../../organisation/organisation-page.tsx'),
      'OrganisationPage',
    ),
  }),
];
