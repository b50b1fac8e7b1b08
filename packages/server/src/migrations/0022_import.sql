-- Sheets of demands: checked row by row first, then registered all or none.
create table import_job (
  tenant_id integer not null,
  import_id uuid not null,
  file_id uuid not null,
  person_id uuid not null,
  status text not null
    check (status in ('checking', 'checked', 'committing', 'committed', 'cancelled', 'failed')),
  total_rows integer not null default 0,
  done_rows integer not null default 0,
  report jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, import_id)
);
create index import_job_by_person on import_job (tenant_id, person_id, created_at desc);

-- Who took which list out of the house, and when.
create table export_log (
  tenant_id integer not null,
  export_id uuid not null,
  person_id uuid not null,
  list text not null,
  format text not null,
  filter jsonb not null,
  -- Unknown while it is being written, and for ever when it broke off.
  row_count integer,
  exported_at timestamptz not null,
  primary key (tenant_id, export_id)
);
create index export_log_by_time on export_log (tenant_id, exported_at desc);

call tenant_isolation('import_job');
call tenant_isolation('export_log');
