-- An event from which nothing can follow is tried again later and later, and set aside in the end: `next_at` is then
-- 'infinity'. Later events of its stream wait for it, all others go on.
alter table outbox add column attempts smallint not null default 0, add column next_at timestamptz, add column error text;
create index outbox_failing on outbox (tenant_id, stream_id) where next_at is not null;

call primary_keys_last();
