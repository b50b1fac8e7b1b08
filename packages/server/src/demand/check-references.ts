import type { Problem } from '@xiaoer/contract/problem';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { demandReadAccess } from '@xiaoer/domain/demand/permissions';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { EnterpriseState, SiteId } from '@xiaoer/domain/enterprise/state';
import type { DemandId, EnterpriseId, PersonId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import type { Pool } from 'pg';
import type { Configuration } from '../configuration/configuration.ts';
import { read, type ReadDb, type RowScope } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';

type Asked = {
  readonly scope: RowScope;
  readonly actor: PersonActor;
  readonly setUp: Configuration;
  readonly params: unknown;
  readonly body: unknown;
};

type Placed = {
  readonly territoryId?: TerritoryId;
  readonly siteId?: SiteId;
  readonly contactId?: PersonId;
};

type Body = {
  readonly enterpriseId?: EnterpriseId;
  readonly source?: { readonly visitId?: string };
  readonly particulars?: Placed;
  readonly changes?: Placed;
};

type Ours = Pick<EnterpriseState, 'sites' | 'contacts'>;

/** The enterprise that the request names, or that of the demand it changes. */
const enterpriseOf = async (db: ReadDb, { params, actor, body }: Asked): Promise<Ours | undefined> => {
  const { tenantId } = db.scope;
  const { enterpriseId } = body as Body;
  if (enterpriseId !== undefined) {
    const [row] = await db.query<Ours>(
      `select state->'sites' as sites, state->'contacts' as contacts
       from enterprise where tenant_id = $1 and enterprise_id = $2`,
      [tenantId, enterpriseId],
    );
    return row;
  }
  const [row] = await db.query<Ours & { readonly demand: Demand }>(
    `select d.state as demand, e.state->'sites' as sites, e.state->'contacts' as contacts
     from demand d join enterprise e using (tenant_id, enterprise_id)
     where d.tenant_id = $1 and d.demand_id = $2`,
    [tenantId, (params as { readonly id: DemandId }).id],
  );
  // Whoever may not read the demand hears from the command that there is none.
  return row === undefined || demandReadAccess(actor, row.demand) !== 'allowed' ? undefined : row;
};

const isVisit = async (db: ReadDb, visitId: string): Promise<boolean> =>
  (await db.query('select 1 from visit where tenant_id = $1 and visit_id = $2', [db.scope.tenantId, visitId]))
    .length > 0;

/** Fields of the body that name what is not there; an unknown enterprise is refused by the command itself. */
const unknownRecords = async (db: ReadDb, asked: Asked): Promise<readonly string[]> => {
  const { source, particulars, changes } = asked.body as Body;
  const { siteId, contactId } = particulars ?? changes ?? {};
  const place = particulars === undefined ? 'changes' : 'particulars';
  const unknown: string[] = [];
  const named = siteId !== undefined || contactId !== undefined;
  const enterprise = named ? await enterpriseOf(db, asked) : undefined;
  if (enterprise !== undefined) {
    if (siteId !== undefined && !enterprise.sites.some((site) => site.siteId === siteId))
      unknown.push(`${place}/siteId`);
    if (contactId !== undefined && !enterprise.contacts.some(({ personId }) => personId === contactId))
      unknown.push(`${place}/contactId`);
  }
  if (source?.visitId !== undefined && !(await isVisit(db, source.visitId))) unknown.push('source/visitId');
  return unknown;
};

/** A demand somewhere that is nowhere would be in nobody's reach. */
const unknownTerritories = ({ setUp, body }: Asked): readonly string[] => {
  const parts = body as Body;
  return (['particulars', 'changes'] as const).flatMap((place) => {
    const id = parts[place]?.territoryId;
    return id === undefined || setUp.territories.has(id) ? [] : [`${place}/territoryId`];
  });
};

const namesRecords = ({ source, particulars, changes }: Body): boolean =>
  [particulars ?? changes].some((part) => part?.siteId !== undefined || part?.contactId !== undefined) ||
  source?.visitId !== undefined;

/** Places, people and visits that a registration or a correction names must be there. The database is asked only when one is named. */
export const checkReferences =
  (pool: Pool) =>
  async (asked: Asked): Promise<Problem | undefined> => {
    const territories = unknownTerritories(asked);
    const records = namesRecords(asked.body as Body)
      ? await read(pool, asked.scope, (db) => unknownRecords(db, asked))
      : [];
    const errors = [...territories, ...records].map((field) => ({
      pointer: `/body/${field}`,
      code: 'field.invalid-value',
    }));
    return errors.length === 0 ? undefined : problemOf('request.invalid', { errors });
  };
