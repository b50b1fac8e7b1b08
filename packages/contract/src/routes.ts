import { DEMAND_CHANGES, registerDemand, settleOnTheSpot } from './demand-commands.ts';
import { demandDetail, demands, desk } from './demand-views.ts';
import type { Route } from './route.ts';
import * as notices from './notices.ts';
import * as packages from './package.ts';
import * as portal from './portal.ts';
import { setUp, setUpNeeded } from './set-up.ts';
import * as signIn from './sign-in.ts';

const of = (part: Readonly<Record<string, unknown>>): readonly Route[] =>
  Object.values(part) as readonly Route[];

/** Every route of the product, in the order of the OpenAPI file. */
export const ROUTES: readonly Route[] = [
  ...of({ ...signIn }),
  setUpNeeded,
  setUp,
  notices.notices,
  notices.readNotices,
  notices.noticeStream,
  portal.portalDemands,
  portal.portalDemand,
  portal.portalTeam,
  desk,
  demands,
  demandDetail,
  registerDemand,
  settleOnTheSpot,
  ...of(DEMAND_CHANGES),
  ...of({ ...packages }),
];
