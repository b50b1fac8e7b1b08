import type { FastifyInstance } from 'fastify';
import { credentialRoutes, type CredentialDeps } from './auth/credential-routes.ts';
import { categoryRoutes } from './catalogue/routes.ts';
import { visibleTo } from './demand/visible.ts';
import { dutyRosterRoutes } from './duty-roster/routes.ts';
import { enterpriseRoutes, type EnterpriseRouteDeps } from './enterprise/routes.ts';
import { figureRoutes } from './figures/routes.ts';
import type { Stores } from './house.ts';
import { organisationRoutes } from './organisation/routes.ts';
import { personRoutes } from './person/routes.ts';
import { policySessionRoutes } from './policy-session/routes.ts';
import { projectRoutes } from './project/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { territoryRoutes } from './territory/routes.ts';
import { visitRoutes } from './visit/routes.ts';

export type HouseRouteDeps = EnterpriseRouteDeps & CredentialDeps & { readonly stores: Stores };

/** The routes of everything around the demands. */
export const houseRoutes = (app: FastifyInstance, deps: HouseRouteDeps): void => {
  const { stores } = deps;
  organisationRoutes(app, deps, stores.organisation);
  territoryRoutes(app, deps, stores.territory);
  personRoutes(app, deps, stores.person);
  credentialRoutes(app, deps);
  categoryRoutes(app, deps, stores.category);
  settingsRoutes(app, deps, stores.settings);
  dutyRosterRoutes(app, deps, stores.dutyRoster);
  enterpriseRoutes(app, deps, stores.enterprise);
  visitRoutes(app, deps, stores.visit);
  policySessionRoutes(app, deps, stores.policySession);
  projectRoutes(app, deps, stores.project);
  figureRoutes(app, { ...deps, seesDemand: visibleTo });
};
