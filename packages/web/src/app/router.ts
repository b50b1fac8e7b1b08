import { createRouter } from '@tanstack/react-router';
import { readSearch, writeSearch } from '../lib/url/filters.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { demandRoutes } from './routes/demand-routes.tsx';
import { enterpriseRoutes } from './routes/enterprise-routes.tsx';
import { galleryRoutes } from './routes/gallery-routes.tsx';
import { policySessionRoutes } from './routes/policy-session-routes.tsx';
import { projectRoutes } from './routes/project-routes.tsx';
import { rootRoute, setUpRoute, shellRoute, signInRoute } from './routes/shell-routes.tsx';
import { visitRoutes } from './routes/visit-routes.tsx';

/**
 * All pages. One file per business word in routes/ (`demand-routes.tsx` exports `demandRoutes`), each page lazy:
 * add the word's routes to the shell's children here.
 */
const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  ...galleryRoutes,
  shellRoute.addChildren([
    ...demandRoutes,
    ...enterpriseRoutes,
    ...visitRoutes,
    ...policySessionRoutes,
    ...projectRoutes,
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
