-- Uploaded files: rows here, content by its SHA-256 in the file storage.
create table file (
  tenant_id integer not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null,
  name text not null,
  bytes bigint not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  -- Whose contact uploaded it; none for the zone's own people.
  enterprise_id uuid,
  -- Sent by a body outside through its one-time link.
  outside_link_id uuid,
  primary key (tenant_id, file_id)
);
create index file_by_outside_link on file (tenant_id, outside_link_id) where outside_link_id is not null;

-- Which demands name a file; `outward`: where the asker sees it.
create table demand_file (
  tenant_id integer not null,
  file_id uuid not null,
  demand_id uuid not null,
  outward boolean not null,
  enterprise_id uuid not null,
  primary key (tenant_id, file_id, demand_id, outward)
);

call tenant_isolation('file');
call tenant_isolation('demand_file');
call enterprise_isolation('demand_file');

-- An enterprise's contact meets what its own people uploaded, and what was told outward on its own demands.
create policy enterprise_files on file as restrictive
  using (
    (select app_enterprise()) is null
    or enterprise_id = (select app_enterprise())
    or exists (
      select 1 from demand_file named
      where named.tenant_id = file.tenant_id and named.file_id = file.file_id
        and named.outward and named.enterprise_id = (select app_enterprise())
    )
  )
  with check ((select app_enterprise()) is null or enterprise_id = (select app_enterprise()));
