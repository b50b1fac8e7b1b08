-- One-time links by which a body outside answers a referral. The token itself is nowhere kept.
create table outside_link (
  tenant_id integer not null,
  link_id uuid not null,
  demand_id uuid not null,
  referral_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, link_id),
  unique (tenant_id, token_hash)
);
create index outside_link_by_demand on outside_link (tenant_id, demand_id);

call tenant_isolation('outside_link');
