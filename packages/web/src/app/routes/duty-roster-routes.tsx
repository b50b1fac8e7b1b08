import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-routes.tsx';

export const dutyRosterRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/duty-rosters',
    component: lazyRouteComponent(() => import('../../duty-roster/duty-roster-page.tsx'), 'DutyRosterPage'),
  }),
];
