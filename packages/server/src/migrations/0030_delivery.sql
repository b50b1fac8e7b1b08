-- What is sent outside the program. `sending` is committed before anything leaves: a crash in between leaves it there.
create table notice_choice (
  tenant_id integer not null,
  person_id uuid not null,
  channel text not null check (channel in ('email')),
  chosen boolean not null,
  primary key (tenant_id, person_id, channel)
);

create table delivery (
  tenant_id integer not null,
  notice_id bigint not null,
  channel text not null check (channel in ('email')),
  person_id uuid not null,
  status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  error text,
  primary key (tenant_id, notice_id, channel)
);
create index delivery_open on delivery (tenant_id, next_at) where status in ('waiting', 'sending');

call tenant_isolation('notice_choice');
call tenant_isolation('delivery');
