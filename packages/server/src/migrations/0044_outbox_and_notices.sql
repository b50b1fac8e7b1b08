-- An event from which nothing can follow is tried again later and later, and set aside in the end: `next_at` is then
-- 'infinity'. Later events of its stream wait for it, all others go on.
alter table outbox add column attempts smallint not null default 0, add column next_at timestamptz, add column error text;
create index outbox_failing on outbox (tenant_id, stream_id) where next_at is not null;

-- Numbers of supervision notices stand for one notice each. Of those that were given twice before, which the sealed log keeps,
-- the earliest holds the number.
create table supervision_notice (
  tenant_id integer not null,
  number text not null,
  demand_id uuid not null,
  enterprise_id uuid not null,
  primary key (tenant_id, number)
);
insert into supervision_notice (tenant_id, number, demand_id, enterprise_id)
  select distinct on (d.tenant_id, n ->> 'number') d.tenant_id, n ->> 'number', d.demand_id, d.enterprise_id
  from demand d cross join jsonb_array_elements(d.state -> 'notices') n
  where n ->> 'kind' = 'supervision'
  order by d.tenant_id, n ->> 'number', (n ->> 'sentAt')::timestamptz;
call tenant_isolation('supervision_notice');
call enterprise_isolation('supervision_notice');

call primary_keys_last();
