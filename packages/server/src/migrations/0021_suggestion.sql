-- Work that takes longer than a request. No policy: processes claim jobs of every tenant, and the rows hold ids only.
create table job (
  job_id uuid primary key,
  tenant_id integer not null,
  kind text not null,
  subject_id text not null,
  run_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  unique (tenant_id, kind, subject_id)
);
create index job_by_time on job (run_at);

-- What the suggestion has learned in a tenant: one model per aspect (category, remit, unit).
create table suggestion_model (
  tenant_id integer not null,
  aspect text not null check (aspect in ('category', 'remit', 'unit')),
  trained_at timestamptz not null,
  -- How many of the tenant's own demands it learned from.
  own_rows integer not null,
  model jsonb not null,
  primary key (tenant_id, aspect)
);

call tenant_isolation('suggestion_model');
