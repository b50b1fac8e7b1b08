import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './shell-routes.tsx';

/** Every component of the design system on one page, to be looked at; not in the product. */
export const galleryRoutes =
  import.meta.env.MODE === 'production'
    ? []
    : [
        createRoute({
          getParentRoute: () => rootRoute,
          path: '/gallery',
          component: lazyRouteComponent(() => import('../gallery/gallery-page.tsx'), 'GalleryPage'),
        }),
        createRoute({
          getParentRoute: () => rootRoute,
          path: '/gallery/shell',
          component: lazyRouteComponent(() => import('../gallery/shell-sample.tsx'), 'ShellSample'),
        }),
      ];
