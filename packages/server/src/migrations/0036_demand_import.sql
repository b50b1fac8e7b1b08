-- The sheet a demand came in with. Demands of earlier sheets do not say: their events do not.
alter table demand add column import_id uuid;
create index demand_by_import on demand (tenant_id, import_id) where import_id is not null;
