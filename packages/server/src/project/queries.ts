import type { project, projects } from '@xiaoer/contract/project';
import { subtree } from '@xiaoer/domain/kernel/tree';
import { may } from '@xiaoer/domain/permissions';
import { PROJECT_STAGES, type ProjectStage, type ProjectState } from '@xiaoer/domain/project/project';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { enterpriseReach } from '../configuration/enterprise-reach.ts';
import { conditions, type Conditions } from '../db/conditions.ts';
import type { ReadDb } from '../db/transact.ts';
import { inOrderOf, orderedPage } from '../http/ordered-page.ts';
import type { Asked } from '../http/serve-read.ts';
import { typedLetters } from '../words/letter-key.ts';

type Row = {
  readonly version: number;
  readonly state: ProjectState;
  readonly enterprise_name: string | null;
};

/** `p` is table project. */
const COLUMNS = 'p.version, p.state, e.name as enterprise_name';
const FROM = `project p
  left join enterprise e on e.tenant_id = p.tenant_id and e.enterprise_id = p.enterprise_id`;

const ORDERINGS = {
  name: { by: 'p.name_initials', cast: 'text' },
  stage: inOrderOf(PROJECT_STAGES, 'p.stage'),
  since: { by: 'p.since', cast: 'date' },
  // Those without a target come last.
  startTarget: { by: `coalesce(p.state ->> 'startTarget', '9999-12-31')`, cast: 'text' },
} as const;

const itemOf = ({ version, state, enterprise_name }: Row) => ({
  id: state.id,
  version,
  name: state.name,
  investment: state.investment,
  stage: state.stage,
  since: state.since,
  unitId: state.unitId,
  territoryId: state.territoryId ?? null,
  enterprise: state.enterpriseId ? { id: state.enterpriseId, name: enterprise_name ?? '' } : null,
  startTarget: state.startTarget ?? null,
  papersComplete: state.papersComplete,
  inLibrary: state.standing.inLibrary,
});

const byWords = (found: Conditions, q: string): void => {
  const words = `strpos(p.name, ${found.parameter(q)}) > 0`;
  const letters = typedLetters(q);
  const initials = letters && `starts_with(p.name_initials, ${found.parameter(letters)})`;
  found.plain(initials === undefined ? words : `(${words} or ${initials})`);
};

const filtered = (db: ReadDb, { query, actor, configuration }: Asked<typeof projects>): Conditions => {
  const found = conditions(db.scope.tenantId, 'p');
  const reach = enterpriseReach(actor, 'project.read');
  found.when(reach === 'all' ? undefined : reach, (place) => `p.enterprise_id = any(${place}::uuid[])`);
  if (query.q) byWords(found, query.q);
  found.when(query.stage, (place) => `p.stage = ${place}`);
  found.when(query.investment, (place) => `p.investment = ${place}`);
  found.when(query.unit, (place) => `p.unit_id = ${place}::uuid`);
  found.when(
    query.territory && subtree(configuration.territoryTree, query.territory),
    (place) => `p.territory_id = any(${place}::uuid[])`,
  );
  found.when(query.enterprise, (place) => `p.enterprise_id = ${place}::uuid`);
  found.when(query.inLibrary, (place) => `p.in_library = ${place}`);
  return found;
};

/** A page of projects. */
export const projectPage = async (db: ReadDb, asked: Asked<typeof projects>) => {
  const { query } = asked;
  const { rows, ...page } = await orderedPage<Row, typeof query.sort>(db, filtered(db, asked), {
    query,
    columns: COLUMNS,
    from: FROM,
    id: 'p.project_id',
    orderings: ORDERINGS,
  });
  return { ...page, items: rows.map(itemOf) };
};

type StageRow = {
  readonly data: { readonly stage: ProjectStage; readonly since: LocalDate; readonly reason?: string };
};

/** One project with the stages it has gone through. */
export const projectDetail = async (db: ReadDb, { params, actor }: Asked<typeof project>) => {
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from ${FROM} where p.tenant_id = $1 and p.project_id = $2`,
    [db.scope.tenantId, params.id],
  );
  if (row === undefined) return undefined;
  const { enterpriseId, standing } = row.state;
  if (may(actor, 'project.read', { ...(enterpriseId && { enterpriseId }) }) !== 'allowed') return undefined;
  const stages = await db.query<StageRow>(
    `select data from event_log where tenant_id = $1 and stream_id = $2
       and type in ('ProjectRegistered', 'ProjectStageReached') order by version`,
    [db.scope.tenantId, params.id],
  );
  return {
    ...itemOf(row),
    stages: stages.map(({ data: { stage, since, reason } }) => ({ stage, since, reason: reason ?? null })),
    dropped: standing.inLibrary ? null : { since: standing.since, reason: standing.reason },
  };
};
