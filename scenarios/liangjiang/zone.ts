import type { EnterpriseId, OrganisationId, PersonId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import { randomFrom } from '../random.ts';
import type { IdOf } from '../scenario.ts';
import { enterpriseRows, type EnterpriseRow } from './enterprises.ts';

export type ZoneEnterprise = EnterpriseRow & { readonly id: EnterpriseId; readonly contactId: PersonId };

/** The configured zone by the keys of its data. */
export type Zone = {
  readonly idOf: IdOf;
  readonly unit: (key: string) => OrganisationId;
  readonly territory: (key: string) => TerritoryId;
  readonly staff: (key: string) => PersonId;
  readonly enterprises: readonly ZoneEnterprise[];
  readonly enterprise: (key: string) => ZoneEnterprise;
};

/** Gives everything in the configuration its id. */
export const zoneOf = (idOf: IdOf): Zone => {
  const enterprises = enterpriseRows(randomFrom(2022_06_01)).map((row) => ({
    ...row,
    id: idOf<'enterprise'>(`enterprise ${row.key}`),
    contactId: idOf<'person'>(`contact ${row.key}`),
  }));
  const byKey = new Map(enterprises.map((enterprise) => [enterprise.key, enterprise]));
  return {
    idOf,
    unit: (key) => idOf<'organisation'>(`unit ${key}`),
    territory: (key) => idOf<'territory'>(`territory ${key}`),
    staff: (key) => idOf<'person'>(`staff ${key}`),
    enterprises,
    enterprise: (key) => {
      const found = byKey.get(key);
      if (found === undefined) throw new Error(`no enterprise ${key}`);
      return found;
    },
  };
};
