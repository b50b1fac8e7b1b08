-- An attempt at a call-back counts once a working day: the demand knows when the last one was made, as its events say.
update demand d set state = d.state || jsonb_build_object('attemptedAt',
  to_char(c.recorded_at at time zone interval '08:00', 'YYYY-MM-DD"T"HH24:MI:SS.MS') || '+08:00')
from event_log c
where d.status = 'callingBack' and (d.state ->> 'attempts')::integer > 0
  and c.tenant_id = d.tenant_id and c.stream_id = d.demand_id and c.type = 'CallBackMade'
  and not exists (
    select from event_log l
    where l.tenant_id = c.tenant_id and l.stream_id = c.stream_id and l.type = 'CallBackMade'
      and l.version > c.version);
