import type { enterpriseTimeline, TIMELINE_KINDS } from '@xiaoer/contract/enterprise';
import { demandReadAccess } from '@xiaoer/domain/demand/permissions';
import type { Demand } from '@xiaoer/domain/demand/state';
import { may } from '@xiaoer/domain/permissions';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { namedPerson, peopleNamed } from '../configuration/people.ts';
import type { ReadDb } from '../db/transact.ts';
import { pageOfRows, positionIn } from '../http/page.ts';
import type { Asked } from '../http/serve-read.ts';

type Row = {
  readonly at: Instant;
  readonly kind: (typeof TIMELINE_KINDS)[number];
  /** Version and stream as one id: every row has a place of its own, later versions after earlier ones. */
  readonly place: string;
  readonly id: string;
  readonly what: string;
  readonly title: string;
  readonly demand: Demand | null;
  readonly by: readonly PersonId[];
};

/** What the log says of the enterprise: its own events, and those of records that name it. */
const OF_ENTERPRISE = `
  select l.recorded_at as at, 'enterprise' as kind, l.stream_id as id, l.version, l.type as what,
    coalesce(l.data ->> 'name', l.data -> 'site' ->> 'name', '') as title, null::jsonb as demand
  from event_log l where l.tenant_id = $1 and l.stream_id = $2
  union all
  select d.raised_at, 'demand', d.demand_id, 1, 'DemandRegistered', d.number || ' ' || d.title, d.state
  from demand d where d.tenant_id = $1 and d.enterprise_id = $2 and not d.confidential
  union all
  select d.closed_at, 'demand', d.demand_id, 2, 'DemandClosed', d.number || ' ' || d.title, d.state
  from demand d where d.tenant_id = $1 and d.enterprise_id = $2 and not d.confidential and d.closed_at is not null
  union all
  select v.visited_on::timestamptz, 'visit', v.visit_id, 1, 'VisitMade', coalesce(v.state ->> 'note', ''), null
  from visit v where v.tenant_id = $1 and v.enterprise_id = $2 and v.progress = 'made'
  union all
  select s.held_on::timestamptz, 'policySession', s.policy_session_id, 1, 'PolicySessionHeld', s.state ->> 'topic', null
  from policy_session s where s.tenant_id = $1 and s.counts and s.state -> 'enterpriseIds' ? $2::text
  union all
  select j.since::timestamptz, 'project', j.project_id, 1, 'ProjectStageReached', j.name, null
  from project j where j.tenant_id = $1 and j.enterprise_id = $2`;

/** Who did what a row of the page says; `p` is the row. */
const BY = `case p.kind
  when 'visit' then (select v.visitor_ids from visit v where v.tenant_id = $1 and v.visit_id = p.id)
  when 'policySession' then (select array(select jsonb_array_elements_text(s.state -> 'speakerIds'))::uuid[]
    from policy_session s where s.tenant_id = $1 and s.policy_session_id = p.id)
  else array(select l.actor_id from event_log l where l.tenant_id = $1 and l.stream_id = p.id
    and l.actor_id is not null and case p.kind
      when 'enterprise' then l.version = p.version
      when 'project' then l.type in ('ProjectRegistered', 'ProjectStageReached')
      else case p.what when 'DemandClosed' then l.recorded_at = p.at else l.version = 1 end end
    order by l.version desc limit 1) end`;

const HAPPENED = `select p.at, p.kind, p.id, p.what, p.title, p.demand, p.place, ${BY} as by
  from (select at, kind, id, version, what, title, demand, place from
       (select at, kind, id, version, what, title, demand, (lpad(to_hex(version), 8, '0') || substr(md5(kind || id), 1, 24))::uuid as place
        from (${OF_ENTERPRISE}) happened) placed
     where $3::timestamptz is null or (at, place) < ($3, $4::uuid)
     order by at desc, place desc limit $5) p order by p.at desc, p.place desc`;

/** What happened with an enterprise, newest first; demands only as the actor may read them. */
export const timelinePage = async (db: ReadDb, asked: Asked<typeof enterpriseTimeline>) => {
  const { params, query, actor } = asked;
  if (may(actor, 'enterprise.read', { enterpriseId: params.id }) !== 'allowed') return undefined;
  const known = await db.query('select 1 from enterprise where tenant_id = $1 and enterprise_id = $2', [
    db.scope.tenantId,
    params.id,
  ]);
  if (known.length === 0) return undefined;
  const [at, place] = positionIn(query) ?? [null, null];
  const rows = await db.query<Row>(HAPPENED, [db.scope.tenantId, params.id, at, place, query.limit + 1]);
  const page = pageOfRows(rows, query.limit, {
    item: (row) => row,
    position: (row) => [row.at, row.place],
  });
  const readable = page.items.filter(
    ({ demand }) => demand === null || demandReadAccess(actor, demand) === 'allowed',
  );
  const people = await peopleNamed(
    db,
    asked.configuration,
    readable.flatMap(({ by }) => by),
  );
  return {
    next: page.next,
    items: readable.map((row) => ({
      at: row.at,
      kind: row.kind,
      id: row.id,
      what: row.what,
      title: row.title,
      by: row.by.map((personId) => namedPerson(people, personId)),
    })),
  };
};
