-- A worker takes the events of one zone in their order: with 12,000 waiting it read and sorted all of them for each 64.
alter table outbox drop constraint outbox_pkey, add primary key (tenant_id, outbox_id);
call primary_keys_last();
