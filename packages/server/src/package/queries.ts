import type { packageDetail, packages } from '@xiaoer/contract/package';
import type { Actor } from '@xiaoer/domain/access/actor';
import { allowedPackageActions } from '@xiaoer/domain/package/permissions';
import type { Package } from '@xiaoer/domain/package/state';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { conditions } from '../db/conditions.ts';
import { asWritten, orderedPage } from '../http/ordered-page.ts';
import type { Asked } from '../http/serve-read.ts';

type Detail = z.input<typeof packageDetail.response>;
type Page = z.input<typeof packages.response>;
type Item = Page['items'][number];

type Row = {
  readonly package_id: string;
  readonly version: number;
  readonly state: Package;
  readonly enterprise_name: string;
  readonly closed_parts: number;
};

const COLUMNS = `p.package_id, p.version, p.state, e.name as enterprise_name,
    (select count(*) from demand d where d.tenant_id = p.tenant_id and d.package_id = p.package_id
       and d.closed_at is not null) as closed_parts`;
const FROM = `demand_package p
  join enterprise e on e.tenant_id = p.tenant_id and e.enterprise_id = p.enterprise_id`;

const ORDERINGS = {
  // Ids grow with time.
  openedAt: { by: 'p.package_id', cast: 'uuid' },
  title: asWritten('p.title'),
  status: { by: 'p.status', cast: 'text' },
  parts: { by: `jsonb_array_length(p.state -> 'demandIds')`, cast: 'integer' },
  number: { by: 'p.number', cast: 'text' },
} as const;

const itemOf = ({ organisations, staff }: Configuration, row: Row): Item => ({
  id: row.package_id,
  version: row.version,
  number: row.state.number,
  title: row.state.title,
  status: row.state.status,
  enterprise: { id: row.state.enterpriseId, name: row.enterprise_name },
  lead: {
    unit: organisations.get(row.state.lead.unitId)?.name ?? '',
    person: staff.get(row.state.lead.personId)?.personal?.name ?? '',
  },
  openedAt: row.state.openedAt,
  closedAt: row.state.status === 'closed' ? row.state.closedAt : null,
  closedBecause: row.state.status === 'closed' ? (row.state.closedBecause ?? null) : null,
  parts: row.state.demandIds.length,
  closedParts: row.closed_parts,
});

export const packageOf = async (
  db: ReadDb,
  id: string,
  { actor, configuration }: { readonly actor: Actor; readonly configuration: Configuration },
): Promise<Detail | undefined> => {
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from ${FROM} where p.tenant_id = $1 and p.package_id = $2`,
    [db.scope.tenantId, id],
  );
  return row && { ...itemOf(configuration, row), actions: [...allowedPackageActions(actor, row.state)] };
};

/** A page of packages, those opened last first unless asked for otherwise. */
export const packagePage = async (
  db: ReadDb,
  { query, configuration }: Asked<typeof packages>,
): Promise<Page> => {
  const found = conditions(db.scope.tenantId, 'p');
  found.when(query.status, (place) => `p.status = ${place}`);
  found.when(query.enterprise, (place) => `p.enterprise_id = ${place}::uuid`);
  const { rows, ...page } = await orderedPage<Row, typeof query.sort>(db, found, {
    query,
    columns: COLUMNS,
    from: FROM,
    id: 'p.package_id',
    orderings: ORDERINGS,
  });
  return { ...page, items: rows.map((row) => itemOf(configuration, row)) };
};
