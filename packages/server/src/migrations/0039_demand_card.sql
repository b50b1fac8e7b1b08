-- What a list shows of a demand stands written as JSON beside it (`card`): a page of fifty would otherwise read, parse and
-- write fifteen hundred fields each time. Columns that nothing but the list read are in the card alone.
alter table demand add column card text;
alter table demand alter column card type text using concat(
  '{"id":"', demand_id, '","number":', to_json(number), ',"title":', to_json(title),
  ',"status":"', status, '","channel":"', channel, '","category":', to_json(category), ',"urgency":"', urgency,
  '","territoryId":"', territory_id, '","remit":', coalesce(to_json(remit)::text, 'null'), ',"confidential":', to_json(confidential),
  ',"raisedAt":', to_json(to_char(raised_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00')),
  ',"startedAt":', to_json(to_char(started_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00')),
  ',"yellowAt":', to_json(to_char(yellow_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00')),
  ',"dueAt":', to_json(to_char(due_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00')),
  ',"stoppedAt":', coalesce(to_json(to_char(stopped_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00'))::text, 'null'),
  ',"pausedSince":', coalesce(to_json(to_char(paused_since at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00'))::text, 'null'),
  ',"nextDueAt":', coalesce(to_json(to_char(next_due_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00'))::text, 'null'),
  ',"closedAt":', coalesce(to_json(to_char(closed_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00'))::text, 'null'),
  ',"outcome":', coalesce(to_json(outcome)::text, 'null'), ',"settledLate":', to_json(settled_late),
  ',"satisfied":', coalesce(to_json(satisfied)::text, 'null'), ',"unreachable":', to_json(unreachable), '}');
alter table demand alter column card set not null,
  drop column started_at, drop column stopped_at, drop column next_due_at, drop column answered_at,
  drop column settled_late, drop column satisfied, drop column rejections;
call primary_keys_last();
