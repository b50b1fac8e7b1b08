-- Demands. `state` is the exact fold of the stream; every other column of `demand` is derived from it.

create extension if not exists btree_gin;

create table demand (
  tenant_id integer not null,
  demand_id uuid not null,
  version integer not null,
  state jsonb not null,
  number text not null,
  title text not null,
  status text not null,
  channel text not null,
  category text not null,
  urgency text not null,
  territory_id uuid not null,
  enterprise_id uuid not null,
  owner_unit_id uuid not null,
  owner_person_id uuid,
  lead_unit_id uuid,
  remit text,
  confidential boolean not null,
  hidden_unit_ids uuid[] not null,
  hidden_person_ids uuid[] not null,
  package_id uuid,
  raised_at timestamptz not null,
  started_at timestamptz not null,
  yellow_at timestamptz not null,
  due_at timestamptz not null,
  stopped_at timestamptz,
  paused_since timestamptz,
  next_due_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  outcome text,
  settled_late boolean not null,
  satisfied boolean,
  unreachable boolean not null,
  rejections integer not null,
  primary key (tenant_id, demand_id),
  unique (tenant_id, number)
);
create index demand_by_due on demand (tenant_id, due_at, demand_id) where closed_at is null;
create index demand_by_owner_unit on demand (tenant_id, owner_unit_id, due_at, demand_id) where closed_at is null;
create index demand_by_owner_person on demand (tenant_id, owner_person_id, due_at, demand_id) where closed_at is null;
create index demand_by_enterprise on demand (tenant_id, enterprise_id, raised_at desc, demand_id);
create index demand_by_raising on demand (tenant_id, raised_at desc, demand_id desc);
create index demand_open_by_raising on demand (tenant_id, raised_at desc, demand_id desc) where closed_at is null;
create index demand_by_status on demand (tenant_id, status, raised_at desc, demand_id desc);
create index demand_by_category on demand (tenant_id, category, raised_at desc, demand_id desc);
create index demand_by_package on demand (tenant_id, package_id) where package_id is not null;

-- What finds a demand by its text: its words, and marks of 32 bits (its hash, and bands that similar texts are likely to
-- share). Apart from `demand`, whose rows change at every step: these change with the text only.
create table demand_text (
  tenant_id integer not null,
  demand_id uuid not null,
  enterprise_id uuid not null,
  tsv tsvector not null,
  marks integer[] not null,
  primary key (tenant_id, demand_id)
);
create index demand_text_by_mark on demand_text using gin (tenant_id, marks);

-- Open pieces of work on demands, for the desks of those who owe them.
create table demand_work (
  tenant_id integer not null,
  demand_id uuid not null,
  work_key text not null,
  kind text not null,
  owed_by text not null check (owed_by in ('holder', 'enterprise', 'desk')),
  unit_id uuid,
  person_id uuid,
  enterprise_id uuid not null,
  due_at timestamptz,
  primary key (tenant_id, demand_id, work_key)
);
create index demand_work_by_person on demand_work (tenant_id, person_id, due_at);
create index demand_work_by_unit on demand_work (tenant_id, unit_id, due_at) where person_id is null;
create index demand_work_by_desk on demand_work (tenant_id, due_at) where owed_by = 'desk' and person_id is null;

-- What was true of a demand from one moment to another: as-of lists read this, never the log.
create table demand_period (
  tenant_id integer not null,
  demand_id uuid not null,
  from_version integer not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  enterprise_id uuid not null,
  status text not null,
  unit_id uuid not null,
  category text not null,
  due_at timestamptz not null,
  remit text,
  outcome text,
  paused boolean not null,
  primary key (tenant_id, demand_id, from_version)
);
create index demand_period_open on demand_period (tenant_id, to_at) where outcome is null;

-- Changes of figures by day, one row a command and figure; a figure adds up the rows of its days.
create table figure_delta (
  tenant_id integer not null,
  delta_id bigint generated always as identity,
  day date not null,
  figure text not null,
  unit_id uuid not null,
  territory_id uuid not null,
  category text not null,
  channel text not null,
  remit text,
  outcome text,
  n integer not null,
  primary key (tenant_id, delta_id)
);
create index figure_delta_by_figure on figure_delta (tenant_id, figure, day) include (n);

create table demand_package (
  tenant_id integer not null,
  package_id uuid not null,
  version integer not null,
  state jsonb not null,
  enterprise_id uuid not null,
  title text not null,
  status text not null,
  primary key (tenant_id, package_id)
);

call tenant_isolation('demand');
call enterprise_isolation('demand');
call tenant_isolation('demand_text');
call enterprise_isolation('demand_text');
call tenant_isolation('demand_work');
call enterprise_isolation('demand_work');
call tenant_isolation('demand_period');
call enterprise_isolation('demand_period');
call tenant_isolation('figure_delta');
call tenant_isolation('demand_package');
call enterprise_isolation('demand_package');

-- Full text: operators on tsvector are not leakproof and would lose their index under a policy, so the owner looks the
-- ids up and the caller reads the rows again under its own policies.
create index demand_text_by_words on demand_text using gin (tenant_id, tsv);

create function search_demand(terms text, most integer) returns table (demand_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select t.demand_id from demand_text t
    where t.tenant_id = app_tenant() and t.tsv @@ terms::tsquery
    limit most
$$;
revoke execute on function search_demand from public;

-- Demands that share marks, those that share most first; read again under the caller's policies.
create function like_demands(wanted integer[], most integer) returns table (demand_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select t.demand_id from demand_text t
    where t.tenant_id = app_tenant() and t.marks && wanted
    order by (select count(*) from unnest(t.marks) as mark where mark = any(wanted)) desc, t.demand_id desc
    limit most
$$;
revoke execute on function like_demands from public;
