import type { Reaction } from '@xiaoer/domain/reactions/reaction';
import { categoryStore } from './catalogue/store.ts';
import type { ReadConfiguration } from './configuration/read-configuration.ts';
import { registeredDemand } from './demand/registered.ts';
import { demandStore, type DemandStore } from './demand/store.ts';
import { dutyRosterStore } from './duty-roster/store.ts';
import { enterpriseStore } from './enterprise/store.ts';
import { stepOf, type Step } from './execute/step.ts';
import { organisationStore } from './organisation/store.ts';
import { registeredPackage } from './package/registered.ts';
import { packageStore } from './package/store.ts';
import { registeredPerson } from './person/registered.ts';
import { personStore } from './person/store.ts';
import { policySessionStore } from './policy-session/store.ts';
import { projectStore } from './project/store.ts';
import { settingsStore } from './settings/store.ts';
import { territoryStore } from './territory/store.ts';
import { visitStore } from './visit/store.ts';
import type { Cutter } from './words/cutter.ts';
import { registered, registryOf, type Registry } from './workers/registry.ts';

export type HouseDeps = {
  readonly configuration: ReadConfiguration;
  readonly cutter: Cutter;
  /** The installation's secret, under which phones are kept for sign-in. */
  readonly secret: string;
  readonly newId: () => string;
};

/** What a package asks of its demands in the same transaction. */
const ofDemands =
  (store: DemandStore) =>
  (reaction: Reaction): readonly Step[] =>
    reaction.aggregate === 'demand' ? [stepOf(store, reaction)] : [];

const storesOf = ({ configuration, cutter, secret }: HouseDeps) => {
  const demand = demandStore({ configuration, cutter });
  return {
    organisation: organisationStore(configuration),
    territory: territoryStore(configuration),
    person: personStore({ configuration, secret }),
    category: categoryStore(configuration),
    settings: settingsStore(configuration),
    dutyRoster: dutyRosterStore(configuration),
    enterprise: enterpriseStore({ configuration, cutter }),
    visit: visitStore(configuration),
    policySession: policySessionStore(configuration),
    project: projectStore(configuration),
    demand,
    package: packageStore({ configuration, stepFor: ofDemands(demand) }),
  };
};

export type Stores = ReturnType<typeof storesOf>;
export type House = { readonly stores: Stores; readonly registry: Registry };

const registryFor = (stores: Stores, deps: HouseDeps): Registry =>
  registryOf(
    registered(stores.organisation),
    registered(stores.territory),
    registeredPerson(stores.person),
    registered(stores.category),
    registered(stores.settings),
    registered(stores.dutyRoster),
    registered(stores.enterprise),
    registered(stores.visit),
    registered(stores.policySession),
    registered(stores.project),
    registeredDemand(stores.demand, deps),
    registeredPackage(stores.package),
  );

/** Every aggregate's store by its name, and the registry that workers, replay and `verify` go by. */
export const house = (deps: HouseDeps): House => {
  const stores = storesOf(deps);
  return { stores, registry: registryFor(stores, deps) };
};
