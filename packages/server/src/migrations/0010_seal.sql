-- The seal: events become numbered Merkle leaves, leaves become signed batch roots, each root names the one before it.
-- Rows are only ever added. The key that signs is kept outside the database.

create table seal_leaf (
  tenant_id integer not null,
  leaf bigint not null check (leaf > 0),
  stream_id uuid not null,
  version integer not null,
  -- So that a removed event can still be named.
  type text not null,
  hash bytea not null check (length(hash) = 32),
  primary key (tenant_id, leaf),
  unique (tenant_id, stream_id, version)
);

create table seal_root (
  tenant_id integer not null,
  batch integer not null check (batch > 0),
  first_leaf bigint not null,
  leaf_count integer not null check (leaf_count > 0),
  tree_root bytea not null check (length(tree_root) = 32),
  previous_root bytea not null check (length(previous_root) = 32),
  root bytea not null check (length(root) = 32),
  signature bytea not null,
  key_id text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, batch)
);

call tenant_isolation('seal_leaf');
call tenant_isolation('seal_root');
