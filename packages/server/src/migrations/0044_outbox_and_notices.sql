-- An event from which nothing can follow is tried again later and later, and set aside in the end: `next_at` is then
-- 'infinity'. Later events of its stream wait for it, all others go on.
alter table outbox add column attempts smallint not null default 0, add column next_at timestamptz, add column error text;
create index outbox_failing on outbox (tenant_id, stream_id) where next_at is not null;

-- Numbers of supervision notices stand for one notice each. Of those that were given twice before, which the sealed log keeps,
-- the earliest holds the number.
create table supervision_notice (
  tenant_id integer not null,
  number text not null,
  demand_id uuid not null,
  enterprise_id uuid not null,
  primary key (tenant_id, number)
);
insert into supervision_notice (tenant_id, number, demand_id, enterprise_id)
  select distinct on (d.tenant_id, n ->> 'number') d.tenant_id, n ->> 'number', d.demand_id, d.enterprise_id
  from demand d cross join jsonb_array_elements(d.state -> 'notices') n
  where n ->> 'kind' = 'supervision'
  order by d.tenant_id, n ->> 'number', (n ->> 'sentAt')::timestamptz;
call tenant_isolation('supervision_notice');
call enterprise_isolation('supervision_notice');

-- A contact of several enterprises speaks for one of them at a time: the one that was chosen in the session.
alter table session add column speaks_for uuid;
drop function session_person;
create function session_person(token bytea, moment timestamptz)
  returns table (session_id uuid, tenant_id integer, person_id uuid, last_seen_at timestamptz, person_state jsonb, configuration uuid, clock_behind_ms bigint, speaks_for uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.session_id, s.tenant_id, s.person_id, s.last_seen_at,
      p.state || jsonb_build_object('personal', p.personal), c.command_id, t.clock_behind_ms, s.speaks_for
    from session s
    join person p on p.tenant_id = s.tenant_id and p.person_id = s.person_id
    join tenant t on t.tenant_id = s.tenant_id
    join configuration_version c on c.tenant_id = s.tenant_id
    where s.token_hash = token and s.expires_at > moment and s.ends_at > moment and p.standing = 'active'
$$;
revoke execute on function session_person from public;

call primary_keys_last();
