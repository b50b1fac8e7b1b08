import type { Route } from './route.ts';
import * as signIn from './sign-in.ts';

/** Every route of the product, in the order of the OpenAPI file. */
export const ROUTES: readonly Route[] = [signIn].flatMap((part) => Object.values(part) as readonly Route[]);
