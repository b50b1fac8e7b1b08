-- Whether nobody could be reached is asked of the closing that stood on a day; a demand may be reopened and closed again, also
-- by an end of another kind, which has nothing to do with reaching anybody.
alter table demand_period add column unreachable boolean not null default false;
update demand_period p set unreachable = true
from event_log c
where c.tenant_id = p.tenant_id and c.stream_id = p.demand_id and c.type = 'DemandClosed'
  and c.data -> 'satisfaction' ->> 'kind' = 'unreachable'
  and p.outcome not in ('withdrawn', 'merged', 'finalDetermination') and c.version <= p.from_version
  and not exists (
    select from event_log l
    where l.tenant_id = p.tenant_id and l.stream_id = p.demand_id and l.type = 'DemandClosed'
      and l.version > c.version and l.version <= p.from_version);
