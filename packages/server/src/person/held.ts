import type { PersonContext } from '@xiaoer/domain/person/commands';
import type { HeldDemand } from '@xiaoer/domain/reactions/person-reactions';
import type { Tx } from '../db/transact.ts';

export const HOLDS_NOTHING: PersonContext['held'] = { demands: 0, tasks: 0, unitIds: [] };

/** How much a person who is to leave holds. An instruction for whoever owns the demand goes where the demand goes. */
export const heldBy = async (tx: Tx, personId: string): Promise<PersonContext['held']> => {
  const [held, [row]] = await Promise.all([
    demandsHeldBy(tx, personId),
    tx.query<{ tasks: number }>(
      `select count(*) as tasks from demand_work w where w.tenant_id = $1 and w.person_id = $2 and (w.kind = 'task'
         or w.kind = 'instruction' and not exists (
           select from demand d where d.tenant_id = $1 and d.demand_id = w.demand_id and d.owner_person_id = $2))`,
      [tx.scope.tenantId, personId],
    ),
  ]);
  const unitIds = [...new Set(held.map(({ unitId }) => unitId))];
  return { demands: held.length, tasks: row?.tasks ?? 0, unitIds };
};

/** The open demands a person owns, and the unit each lies with. */
export const demandsHeldBy = (tx: Tx, personId: string): Promise<readonly HeldDemand[]> =>
  tx.query<HeldDemand>(
    `select demand_id as "demandId", owner_unit_id as "unitId" from demand
     where tenant_id = $1 and owner_person_id = $2 and closed_at is null order by demand_id`,
    [tx.scope.tenantId, personId],
  );
