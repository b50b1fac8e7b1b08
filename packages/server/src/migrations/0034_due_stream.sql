-- One row a stream for the moments at which the clock must act on it, {step: moment}, and the earliest of them; null when
-- none is ahead. A demand has a dozen ahead from the day it is raised: a row for each was half of the index entries it wrote.

alter table due rename to due_moment;
alter index due_pkey rename to due_moment_pkey;

create table due (
  tenant_id integer not null,
  stream_id uuid not null,
  aggregate text not null,
  next_at timestamptz,
  moments jsonb not null,
  primary key (tenant_id, stream_id)
);

insert into due (tenant_id, stream_id, aggregate, next_at, moments)
  select tenant_id, stream_id, min(aggregate), min(due_at),
    jsonb_object_agg(step, to_char(due_at at time zone 'Etc/GMT-8', 'YYYY-MM-DD"T"HH24:MI:SS.MS') || '+08:00')
  from due_moment group by tenant_id, stream_id;

drop table due_moment;
create index due_by_time on due (tenant_id, next_at, stream_id);
