-- A demand that is answered in time is not late while its asker thinks it over: its clock has stopped.
alter table demand add column stopped_at timestamptz;
alter table demand alter column stopped_at type timestamptz
  using coalesce((card::jsonb ->> 'stoppedAt')::timestamptz, closed_at);
call primary_keys_last();
