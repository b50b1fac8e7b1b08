import { createRouter } from '@tanstack/react-router';
import { readSearch, writeSearch } from '../lib/url/filters.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { demandRoutes, outsideRoutes } from './routes/demand-routes.tsx';
import { enterpriseRoutes } from './routes/enterprise-routes.tsx';
import { figureRoutes } from './routes/figure-routes.tsx';
import { galleryRoutes } from './routes/gallery-routes.tsx';
import { packageRoutes } from './routes/package-routes.tsx';
import { policySessionRoutes } from './routes/policy-session-routes.tsx';
import { projectRoutes } from './routes/project-routes.tsx';
import { personRoutes } from './routes/person-routes.tsx';
import { organisationRoutes } from './routes/organisation-routes.tsx';
import { territoryRoutes } from './routes/territory-routes.tsx';
import { dutyRosterRoutes } from './routes/duty-roster-routes.tsx';
import { catalogueRoutes } from './routes/catalogue-routes.tsx';
import { sessionRoutes } from './routes/sessions-routes.tsx';
import { auditRoutes } from './routes/audit-routes.tsx';
import { rootRoute, setUpRoute, shellRoute, signInRoute } from './routes/shell-routes.tsx';
import { visitRoutes } from './routes/visit-routes.tsx';

/**
 * All pages. One file per business word in routes/ (`demand-routes.tsx` exports `demandRoutes`), each page lazy:
 * add the word's routes to the shell's children here.
 */
const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  ...outsideRoutes,
  ...galleryRoutes,
  shellRoute.addChildren([
    ...demandRoutes,
    ...enterpriseRoutes,
    ...packageRoutes,
    ...visitRoutes,
    ...policySessionRoutes,
    ...projectRoutes,
    ...auditRoutes,
    ...figureRoutes,
    ...sessionRoutes,
    ...catalogueRoutes,
    ...dutyRosterRoutes,
    ...territoryRoutes,
    ...organisationRoutes,
    ...personRoutes,
  ]),
]);

export const makeRouter = () =>
  createRouter({
    routeTree,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    notFoundMode: 'root',
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageFailure,
  });

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  // The way TanStack Router learns this app's routes.
  interface Register {
    router: AppRouter;
  }
}
