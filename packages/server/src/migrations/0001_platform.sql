-- Platform tables. Every business table's key begins with tenant_id; no constraint or sequence crosses tenants.
-- Row-level security reads two settings that only db/transact.ts sets, for the length of one transaction.

create function app_tenant() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::integer $$;
create function app_enterprise() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.enterprise', true), '')::uuid $$;

create table tenant (
  tenant_id integer primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null,
  name_en text not null,
  host_name text unique,
  sample boolean not null default false,
  -- How far the zone's clock is behind the real one: a sample zone goes on living on the day its story ends.
  clock_behind_ms bigint not null default 0 check (clock_behind_ms >= 0),
  created_at timestamptz not null
);

create table event_log (
  tenant_id integer not null,
  stream_id uuid not null,
  version integer not null check (version > 0),
  aggregate text not null,
  type text not null,
  schema_version smallint not null default 1,
  data jsonb not null,
  actor_id uuid,
  on_behalf_of uuid,
  recorded_at timestamptz not null,
  command_id uuid not null,
  enterprise_id uuid,
  primary key (tenant_id, stream_id, version)
);
create index event_log_by_time on event_log (tenant_id, recorded_at);

create table unsealed (
  tenant_id integer not null,
  stream_id uuid not null,
  version integer not null,
  primary key (tenant_id, stream_id, version)
);

create table idempotency (
  tenant_id integer not null,
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  request_hash text not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, actor_id, key)
);
create index idempotency_by_age on idempotency (created_at);

-- Platform tables without a policy: workers claim rows of every tenant from them, and they hold ids only.
create table outbox (
  outbox_id bigint generated always as identity primary key,
  tenant_id integer not null,
  stream_id uuid not null,
  version integer not null
);

create table due (
  tenant_id integer not null,
  stream_id uuid not null,
  step text not null,
  aggregate text not null,
  due_at timestamptz not null,
  primary key (tenant_id, stream_id, step)
);
create index due_by_time on due (tenant_id, due_at, stream_id, step);

-- The tenant's slow-changing set-up (organisations, catalogue, settings) is cached under the id of the last command that
-- changed it.
create table configuration_version (
  tenant_id integer primary key,
  command_id uuid not null
);

-- Sign-in.
-- Who may sign in: with account and password, or with a code sent to the phone, or both.
create table credential (
  tenant_id integer not null references tenant,
  person_id uuid not null,
  account text,
  phone_hash text,
  password_hash text,
  password_is_sample boolean not null default false,
  primary key (tenant_id, person_id),
  unique (tenant_id, account)
);
create index credential_by_phone on credential (phone_hash);

create table session (
  token_hash bytea primary key,
  session_id uuid not null unique,
  tenant_id integer not null references tenant,
  person_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  user_agent text not null
);
create index session_by_person on session (tenant_id, person_id);

create table sign_in_failure (
  subject text not null,
  failed_at timestamptz not null,
  failure_id uuid primary key
);
create index sign_in_failure_by_subject on sign_in_failure (subject, failed_at);

create table phone_code (
  phone_hash text not null,
  code_id uuid primary key,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz
);
create index phone_code_by_phone on phone_code (phone_hash, created_at);

-- In-app notices. notice_id orders the event stream of one person; cause makes each of them happen once.
create table notice (
  tenant_id integer not null,
  notice_id bigint generated always as identity,
  person_id uuid not null,
  cause text not null,
  kind text not null,
  stream_id uuid,
  facts jsonb not null default '{}',
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, notice_id),
  unique (tenant_id, person_id, cause)
);
create index notice_by_person on notice (tenant_id, person_id, notice_id);
create index notice_unread on notice (tenant_id, person_id) where read_at is null;

-- tenant_isolation(table): the policy every tenant's table carries.
create procedure tenant_isolation(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy tenant_isolation on %s using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', target);
end $$;

-- enterprise_isolation(table): a signed-in enterprise sees its own rows only. The planner takes a case for true half the
-- time; of an `or` it would expect one row in two hundred and shun every index that serves an order.
create procedure enterprise_isolation(target regclass) language plpgsql as $$
begin
  execute format(
    'create policy enterprise_isolation on %s as restrictive using (case when (select app_enterprise()) is null then true else enterprise_id = (select app_enterprise()) end)',
    target);
end $$;

call tenant_isolation('event_log');
call enterprise_isolation('event_log');
call tenant_isolation('unsealed');
call tenant_isolation('idempotency');
call tenant_isolation('notice');
