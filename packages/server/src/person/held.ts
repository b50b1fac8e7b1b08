import { STAYING_WORK } from '@xiaoer/domain/demand/projections/work-items';
import type { OrganisationId, PersonId } from '@xiaoer/domain/kernel/ids';
import type { PersonContext } from '@xiaoer/domain/person/commands';
import type { HeldDemand } from '@xiaoer/domain/reactions/person-reactions';
import { isKeptFromAny } from '../configuration/kept-from.ts';
import type { Tx } from '../db/transact.ts';

export const HOLDS_NOTHING: PersonContext['held'] = { demands: 0, tasks: 0, unitIds: [] };

export type Heir = {
  readonly personId: PersonId | undefined;
  readonly unitIds: readonly OrganisationId[];
};

const isAnyKeptFrom = async (tx: Tx, personId: string, heir: Heir): Promise<boolean> => {
  const rows = await tx.query(
    `select 1 from demand d where d.tenant_id = $1 and d.owner_person_id = $2 and d.closed_at is null
       and ${isKeptFromAny('d', { personIds: '$3', unitIds: '$4' })} limit 1`,
    [tx.scope.tenantId, personId, heir.personId === undefined ? [] : [heir.personId], heir.unitIds],
  );
  return rows.length > 0;
};

/** How much a person who is to leave holds: demands, which go to whoever takes over, and the work that would stay with them. */
export const heldBy = async (tx: Tx, personId: string, heir: Heir): Promise<PersonContext['held']> => {
  const [held, isKeptFromHeir, [row]] = await Promise.all([
    demandsHeldBy(tx, personId),
    isAnyKeptFrom(tx, personId, heir),
    tx.query<{ tasks: number }>(
      `select count(*) as tasks from demand_work w where w.tenant_id = $1 and w.person_id = $2
         and (w.kind = any($3::text[]) or w.kind = 'instruction' and exists (
           select from demand d cross join jsonb_array_elements(d.state -> 'instructions') i
           where d.tenant_id = $1 and d.demand_id = w.demand_id and i -> 'to' ->> 'personId' = $2::text
             and w.work_key = 'instruction:' || (i ->> 'instructionId')))`,
      [tx.scope.tenantId, personId, STAYING_WORK],
    ),
  ]);
  const unitIds = [...new Set(held.map(({ unitId }) => unitId))];
  return { demands: held.length, tasks: row?.tasks ?? 0, unitIds, isKeptFromHeir };
};

/** The open demands a person owns, and the unit each lies with. */
export const demandsHeldBy = (tx: Tx, personId: string): Promise<readonly HeldDemand[]> =>
  tx.query<HeldDemand>(
    `select demand_id as "demandId", owner_unit_id as "unitId" from demand
     where tenant_id = $1 and owner_person_id = $2 and closed_at is null order by demand_id`,
    [tx.scope.tenantId, personId],
  );
