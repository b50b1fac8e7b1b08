-- The tenant's set-up and its enterprises. `state` is the exact fold of the stream; the columns are derived from it.

create table organisation (
  tenant_id integer not null,
  organisation_id uuid not null,
  version integer not null,
  state jsonb not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  active boolean not null,
  primary key (tenant_id, organisation_id)
);

create table territory (
  tenant_id integer not null,
  territory_id uuid not null,
  version integer not null,
  state jsonb not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  active boolean not null,
  primary key (tenant_id, territory_id)
);

-- `personal` (name, phone, mail) stands here alone: not in the log, not in `state`. Erasing a person empties it.
create table person (
  tenant_id integer not null,
  person_id uuid not null,
  version integer not null,
  state jsonb not null,
  personal jsonb,
  name text not null,
  name_initials text not null,
  unit_id uuid,
  staff boolean not null,
  standing text not null,
  primary key (tenant_id, person_id)
);
create index person_by_unit on person (tenant_id, unit_id);
create index person_on_staff on person (tenant_id) where staff;

create table enterprise (
  tenant_id integer not null,
  enterprise_id uuid not null,
  version integer not null,
  state jsonb not null,
  name text not null,
  name_initials text not null,
  credit_code text,
  territory_id uuid not null,
  stage text not null,
  growth text not null,
  size_class text,
  tags text[] not null,
  active boolean not null,
  tsv tsvector not null,
  primary key (tenant_id, enterprise_id),
  unique (tenant_id, credit_code)
);
create index enterprise_by_territory on enterprise (tenant_id, territory_id);
create index enterprise_by_name on enterprise (tenant_id, name, enterprise_id);

-- Who serves an enterprise from which day to which; a day's officer is a question to this table, not a column.
create table enterprise_team (
  tenant_id integer not null,
  enterprise_id uuid not null,
  member_id uuid not null,
  role text not null,
  person_id uuid not null,
  from_on date not null,
  to_on date,
  primary key (tenant_id, enterprise_id, member_id)
);
create index enterprise_team_by_person on enterprise_team (tenant_id, person_id, role);

create table category (
  tenant_id integer not null,
  category_id uuid not null,
  version integer not null,
  state jsonb not null,
  category_key text not null,
  active boolean not null,
  primary key (tenant_id, category_id),
  unique (tenant_id, category_key)
);

-- One stream per tenant: dated settings and the days laid over the state's calendar.
create table settings (
  tenant_id integer not null,
  settings_id uuid not null,
  version integer not null,
  state jsonb not null,
  primary key (tenant_id, settings_id),
  unique (tenant_id)
);

create table duty_roster (
  tenant_id integer not null,
  roster_id uuid not null,
  version integer not null,
  state jsonb not null,
  name text not null,
  unit_id uuid not null,
  open boolean not null,
  primary key (tenant_id, roster_id)
);

create table visit (
  tenant_id integer not null,
  visit_id uuid not null,
  version integer not null,
  state jsonb not null,
  visited_on date not null,
  progress text not null,
  target_kind text not null,
  -- Two visits with one key are visits of one target.
  target_key text not null,
  target_id uuid,
  enterprise_id uuid,
  territory_id uuid,
  visitor_ids uuid[] not null,
  primary key (tenant_id, visit_id)
);
create index visit_by_day on visit (tenant_id, visited_on, visit_id);
create index visit_by_enterprise on visit (tenant_id, enterprise_id, visited_on);

create table policy_session (
  tenant_id integer not null,
  policy_session_id uuid not null,
  version integer not null,
  state jsonb not null,
  held_on date not null,
  organiser_unit_id uuid not null,
  counts boolean not null,
  primary key (tenant_id, policy_session_id)
);
create index policy_session_by_day on policy_session (tenant_id, held_on, policy_session_id);

create table project (
  tenant_id integer not null,
  project_id uuid not null,
  version integer not null,
  state jsonb not null,
  name text not null,
  name_initials text not null,
  investment text not null,
  stage text not null,
  since date not null,
  unit_id uuid not null,
  territory_id uuid,
  enterprise_id uuid,
  in_library boolean not null,
  primary key (tenant_id, project_id)
);
create index project_by_name on project (tenant_id, name, project_id);

call tenant_isolation('organisation');
call tenant_isolation('territory');
call tenant_isolation('person');
call tenant_isolation('enterprise');
call enterprise_isolation('enterprise');
call tenant_isolation('enterprise_team');
call enterprise_isolation('enterprise_team');
call tenant_isolation('category');
call tenant_isolation('settings');
call tenant_isolation('duty_roster');
call tenant_isolation('visit');
call enterprise_isolation('visit');
call tenant_isolation('policy_session');
call tenant_isolation('project');
call enterprise_isolation('project');

-- The session a token belongs to, with the person's state: read before the tenant is known, so it runs as the owner.
create function session_person(token bytea, moment timestamptz)
  returns table (session_id uuid, tenant_id integer, person_id uuid, last_seen_at timestamptz, person_state jsonb, configuration uuid, clock_behind_ms bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.session_id, s.tenant_id, s.person_id, s.last_seen_at,
      p.state || jsonb_build_object('personal', p.personal), c.command_id, t.clock_behind_ms
    from session s
    join person p on p.tenant_id = s.tenant_id and p.person_id = s.person_id
    join tenant t on t.tenant_id = s.tenant_id
    join configuration_version c on c.tenant_id = s.tenant_id
    where s.token_hash = token and s.expires_at > moment and s.ends_at > moment and p.standing = 'active'
$$;
revoke execute on function session_person from public;
