import type { packageDetail, packages } from '@xiaoer/contract/package';
import type { QueryOf } from '@xiaoer/contract/route';
import type { Actor } from '@xiaoer/domain/access/actor';
import { allowedPackageActions } from '@xiaoer/domain/package/permissions';
import type { Package } from '@xiaoer/domain/package/state';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { cursorOf, positionOf } from '../http/cursor.ts';

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

const SELECT = `select p.package_id, p.version, p.state, e.name as enterprise_name,
    (select count(*) from demand d where d.tenant_id = p.tenant_id and d.package_id = p.package_id
       and d.closed_at is not null) as closed_parts
  from demand_package p join enterprise e on e.tenant_id = p.tenant_id and e.enterprise_id = p.enterprise_id`;

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
  parts: row.state.demandIds.length,
  closedParts: row.closed_parts,
});

export const packageOf = async (
  db: ReadDb,
  id: string,
  { actor, configuration }: { readonly actor: Actor; readonly configuration: Configuration },
): Promise<Detail | undefined> => {
  const [row] = await db.query<Row>(`${SELECT} where p.tenant_id = $1 and p.package_id = $2`, [
    db.scope.tenantId,
    id,
  ]);
  return row && { ...itemOf(configuration, row), actions: [...allowedPackageActions(actor, row.state)] };
};

/** Those opened last first: ids grow with time. */
export const packagePage = async (
  db: ReadDb,
  { status, enterprise, cursor, limit }: QueryOf<typeof packages>,
  configuration: Configuration,
): Promise<Page> => {
  const after = (cursor && positionOf(cursor)?.[1]) || 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await db.query<Row>(
    `${SELECT} where p.tenant_id = $1 and p.package_id < $2::uuid and ($3::text is null or p.status = $3)
       and ($4::uuid is null or p.enterprise_id = $4)
     order by p.package_id desc limit $5`,
    [db.scope.tenantId, after, status ?? null, enterprise ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => itemOf(configuration, row)),
    next: rows.length > limit && last ? cursorOf(['', last.package_id]) : null,
  };
};
