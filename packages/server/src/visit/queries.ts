import { VISIT_PROGRESS, type visit, type visits } from '@xiaoer/contract/visit';
import { subtree } from '@xiaoer/domain/kernel/tree';
import { VISIT_TARGET_KINDS, type VisitState } from '@xiaoer/domain/visit/visit';
import type { Configuration } from '../configuration/configuration.ts';
import { namedPerson, peopleNamed, type People } from '../configuration/people.ts';
import { conditions } from '../db/conditions.ts';
import type { ReadDb } from '../db/transact.ts';
import { inOrderOf, orderedPage } from '../http/ordered-page.ts';
import type { Asked } from '../http/serve-read.ts';

type Row = {
  readonly version: number;
  readonly state: VisitState;
  readonly target_name: string | null;
};

/** `v` is table visit. */
const COLUMNS = `v.version, v.state, case
    when v.enterprise_id is not null then (select e.name from enterprise e
      where e.tenant_id = v.tenant_id and e.enterprise_id = v.enterprise_id)
    when v.target_kind = 'project' then (select p.name from project p
      where p.tenant_id = v.tenant_id and p.project_id = v.target_id)
  end as target_name`;

const targetName = ({ state, target_name }: Row, { territories }: Configuration): string => {
  const { target } = state;
  if (target.kind === 'team') return target.name;
  if (target.kind === 'territory') return territories.get(target.territoryId)?.name ?? '';
  const within = target.kind === 'workshop' ? ` ${target.name}` : '';
  return `${target_name ?? ''}${within}`;
};

const itemOf = (row: Row, people: People, configuration: Configuration) => {
  const { version, state } = row;
  return {
    id: state.id,
    version,
    on: state.on,
    progress: state.progress.kind,
    target: state.target,
    targetName: targetName(row, configuration),
    territoryId: state.territoryId ?? null,
    visitors: state.visitorIds.map((id) => namedPerson(people, id)),
    purposes: [...state.purposes],
    findings: state.findings.length,
  };
};

const ORDERINGS = {
  on: { by: 'v.visited_on', cast: 'date' },
  progress: inOrderOf(VISIT_PROGRESS, 'v.progress'),
  kind: inOrderOf(VISIT_TARGET_KINDS, 'v.target_kind'),
  findings: { by: `jsonb_array_length(v.state -> 'findings')`, cast: 'integer' },
} as const;

/** A page of visits, newest first unless asked for otherwise. */
export const visitPage = async (db: ReadDb, asked: Asked<typeof visits>) => {
  const { query, configuration } = asked;
  const found = conditions(db.scope.tenantId, 'v');
  found.when(query.from, (place) => `v.visited_on >= ${place}::date`);
  found.when(query.to, (place) => `v.visited_on <= ${place}::date`);
  found.when(query.enterprise, (place) => `v.enterprise_id = ${place}::uuid`);
  found.when(
    query.territory && subtree(configuration.territoryTree, query.territory),
    (place) => `v.territory_id = any(${place}::uuid[])`,
  );
  found.when(query.visitor, (place) => `${place}::uuid = any(v.visitor_ids)`);
  found.when(query.targetKind, (place) => `v.target_kind = ${place}`);
  found.when(query.progress, (place) => `v.progress = ${place}`);
  const { rows, ...page } = await orderedPage<Row, typeof query.sort>(db, found, {
    query,
    columns: COLUMNS,
    from: 'visit v',
    id: 'v.visit_id',
    orderings: ORDERINGS,
  });
  const visitors = rows.flatMap(({ state }) => state.visitorIds);
  const people = await peopleNamed(db, configuration, visitors);
  return { ...page, items: rows.map((row) => itemOf(row, people, configuration)) };
};

/** One visit with what was found. */
export const visitDetail = async (db: ReadDb, { params, configuration }: Asked<typeof visit>) => {
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from visit v where v.tenant_id = $1 and v.visit_id = $2`,
    [db.scope.tenantId, params.id],
  );
  if (row === undefined) return undefined;
  const { state } = row;
  return {
    ...itemOf(row, await peopleNamed(db, configuration, state.visitorIds), configuration),
    note: state.note ?? null,
    cancelledFor: state.progress.kind === 'cancelled' ? state.progress.reason : null,
    found: state.findings.map(({ findingId, text, demandId }) => ({
      findingId,
      text,
      demandId: demandId ?? null,
    })),
  };
};
