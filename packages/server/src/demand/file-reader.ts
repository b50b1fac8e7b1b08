import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { FileReader } from '../files/routes.ts';
import { parameterList, visibleTo } from './visible.ts';

const withGrants = (actor: PersonActor, ofContacts: boolean): PersonActor => ({
  ...actor,
  grants: actor.grants.filter(({ role }) => (role === 'enterprise') === ofContacts),
});

/** Staff read the files of demands they may read; a contact those that were told outward on the enterprise's own. */
export const demandFileReader: FileReader = async (db, actor, fileId) => {
  const parameters = parameterList([db.scope.tenantId, fileId]);
  const [found] = await db.query(
    `select 1 from demand_file f join demand d on d.tenant_id = f.tenant_id and d.demand_id = f.demand_id
     where f.tenant_id = $1 and f.file_id = $2
       and ((${visibleTo(withGrants(actor, false), parameters)})
         or (f.outward and ${visibleTo(withGrants(actor, true), parameters)})) limit 1`,
    parameters.values,
  );
  return found !== undefined;
};
