import type { Actor } from '@xiaoer/domain/access/actor';
import type { CategoryId } from '@xiaoer/domain/catalogue/state';
import { DEFAULT_CATEGORIES } from '@xiaoer/domain/demand/categories';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { OrganisationId, PersonId, TenantId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import type { GrantId } from '@xiaoer/domain/person/state';
import { DEFAULT_SETTINGS } from '@xiaoer/domain/settings/defaults';
import type { SettingsId } from '@xiaoer/domain/settings/state';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { CATEGORY_NAMES } from '../../../templates/categories/categories.ts';
import { passwordWrite } from './auth/credentials.ts';
import { insertTenant, type NewTenant } from './auth/tenants.ts';
import { transact, type Tx } from './db/transact.ts';
import { writeBatch } from './db/write-batch.ts';
import { runSteps } from './execute/run-steps.ts';
import { stepOf, type Step } from './execute/step.ts';
import type { Stores } from './house.ts';

export type SetUpDeps = { readonly pool: Pool; readonly newId: () => string; readonly stores: Stores };

export type FirstZone = {
  readonly tenant: NewTenant;
  readonly administrator: {
    readonly name: string;
    readonly account: string;
    readonly passwordHash: string;
  };
  readonly now: Instant;
};

export type SetUpZone = {
  readonly tenantId: TenantId;
  readonly organisationId: OrganisationId;
  readonly territoryId: TerritoryId;
  readonly administratorId: PersonId;
};

type Minted = Omit<SetUpZone, 'tenantId'>;
type Made = { readonly deps: SetUpDeps; readonly zone: FirstZone; readonly minted: Minted };

const groundSteps = ({ deps: { stores, newId }, zone, minted }: Made): readonly Step[] => {
  const { name, nameEn } = zone.tenant;
  const { organisationId, territoryId } = minted;
  return [
    stepOf(stores.organisation, {
      id: organisationId,
      command: {
        type: 'RegisterOrganisation',
        organisationId,
        name,
        nameEn,
        kind: 'zoneOffice',
        calendar: 'department',
      },
    }),
    stepOf(stores.territory, {
      id: territoryId,
      command: { type: 'RegisterTerritory', territoryId, name, nameEn, kind: 'zone' },
    }),
    ...DEFAULT_CATEGORIES.map((key) => {
      const categoryId = newId() as CategoryId;
      const names = CATEGORY_NAMES[key];
      return stepOf(stores.category, {
        id: categoryId,
        command: { type: 'AddCategory', categoryId, key, names },
      });
    }),
  ];
};

/** What leans on the ground: settings name categories, the administrator stands in the unit. */
const houseSteps = ({ deps: { stores, newId }, zone, minted }: Made): readonly Step[] => {
  const settingsId = newId() as SettingsId;
  const { administratorId: personId, organisationId: unitId } = minted;
  const today = dateOf(zone.now);
  return [
    stepOf(stores.settings, {
      id: settingsId,
      command: { type: 'OpenSettings', settingsId, from: today, values: DEFAULT_SETTINGS },
    }),
    stepOf(stores.person, {
      id: personId,
      command: {
        type: 'RegisterPerson',
        personId,
        personal: { name: zone.administrator.name },
        unitId,
      },
    }),
    stepOf(stores.person, {
      id: personId,
      command: { type: 'GrantRole', grantId: newId() as GrantId, role: 'admin', unitId, from: today },
    }),
  ];
};

const run = async (tx: Tx, steps: readonly Step[], { deps, zone }: Made): Promise<void> => {
  const actor: Actor = { kind: 'system', tenantId: tx.scope.tenantId };
  const outcome = await runSteps(tx, steps, { actor, now: zone.now, commandId: deps.newId() });
  invariant(outcome.kind === 'done', `a first zone is refused: ${JSON.stringify(outcome)}`);
  await writeBatch(tx, outcome.writes);
};

/**
 * Makes a zone with one unit, one territory, the default categories and settings and its administrator, all or nothing.
 * Undefined when the tenant's id or code is taken.
 */
export const setUpZone = (deps: SetUpDeps, zone: FirstZone): Promise<SetUpZone | undefined> => {
  const { tenantId } = zone.tenant;
  const minted: Minted = {
    organisationId: deps.newId() as OrganisationId,
    territoryId: deps.newId() as TerritoryId,
    administratorId: deps.newId() as PersonId,
  };
  const made = { deps, zone, minted };
  return transact<SetUpZone | undefined>(deps.pool, { tenantId }, async (tx) => {
    if (!(await insertTenant(tx, zone.tenant, zone.now))) return { answer: undefined, keep: false };
    await run(tx, groundSteps(made), made);
    await run(tx, houseSteps(made), made);
    const { account, passwordHash } = zone.administrator;
    const person = { tenantId, personId: minted.administratorId };
    await writeBatch(tx, [passwordWrite(person, { account, passwordHash })]);
    return { answer: { tenantId, ...minted }, keep: true };
  });
};
