import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { EnterpriseId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import { URGENCIES, type Urgency } from '@xiaoer/domain/demand/vocabulary';
import { isActiveTerritory, type Configuration } from '../../configuration/configuration.ts';
import type { ReadDb, Tx } from '../../db/transact.ts';
import { URGENCY_WORDS } from '../lists/words.ts';

export type KnownEnterprise = {
  readonly id: EnterpriseId;
  readonly name: string;
  readonly creditCode: string | undefined;
  readonly territoryId: TerritoryId | undefined;
};

/** What the words of a sheet stand for in this zone. */
export type Known = {
  readonly byCode: ReadonlyMap<string, KnownEnterprise>;
  /** By full and short name; several where a name is not one enterprise's alone. */
  readonly byName: ReadonlyMap<string, readonly KnownEnterprise[]>;
  readonly categories: ReadonlyMap<string, string>;
  readonly territories: ReadonlyMap<string, readonly TerritoryId[]>;
  readonly urgencies: ReadonlyMap<string, Urgency>;
};

/** Names are compared as people type them: width, blanks and brackets of either kind aside. */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

const grouped = <Value>(pairs: readonly (readonly [string, Value])[]): Map<string, readonly Value[]> => {
  const map = new Map<string, readonly Value[]>();
  for (const [key, value] of pairs) map.set(key, [...(map.get(key) ?? []), value]);
  return map;
};

const enterprises = async (
  db: ReadDb | Tx,
): Promise<readonly (KnownEnterprise & { shortName?: string })[]> => {
  const rows = await db.query<{
    state: Pick<EnterpriseState, 'id' | 'name' | 'shortName' | 'creditCode' | 'sites'>;
  }>(
    `select jsonb_build_object('id', enterprise_id, 'name', name, 'shortName', state->'shortName',
       'creditCode', credit_code, 'sites', state->'sites') as state
     from enterprise where tenant_id = $1 and active`,
    [db.scope.tenantId],
  );
  return rows.map(({ state }) => ({
    id: state.id,
    name: state.name,
    creditCode: state.creditCode,
    territoryId: state.sites.find(({ open }) => open)?.territoryId,
    ...(state.shortName && { shortName: state.shortName }),
  }));
};

const categoriesOf = ({ catalogue }: Configuration): Map<string, string> =>
  new Map(
    [...catalogue.values()]
      .filter(({ active }) => active)
      .flatMap(({ key, names }) =>
        [key, names.zh, names.en].map((name): [string, string] => [plainName(name), key]),
      ),
  );

/** Reads what the sheet's words are looked up in. */
export const readKnown = async (db: ReadDb | Tx, configuration: Configuration): Promise<Known> => {
  const here = await enterprises(db);
  const names = here.flatMap((enterprise) =>
    [...new Set([enterprise.name, enterprise.shortName ?? enterprise.name].map(plainName))].map(
      (name): [string, KnownEnterprise] => [name, enterprise],
    ),
  );
  const territories = [...configuration.territories.values()]
    .filter(({ id }) => isActiveTerritory(configuration, id))
    .map(({ id, name }): [string, TerritoryId] => [plainName(name), id]);
  return {
    byCode: new Map(here.flatMap((one) => (one.creditCode ? [[one.creditCode, one] as const] : []))),
    byName: grouped(names),
    categories: categoriesOf(configuration),
    territories: grouped(territories),
    urgencies: new Map(
      URGENCIES.flatMap((urgency) => [
        [urgency, urgency] as const,
        [plainName(URGENCY_WORDS[urgency]), urgency] as const,
      ]),
    ),
  };
};
