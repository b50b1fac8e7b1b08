-- What a limit counts in, and when the light of a promise on a desk turns yellow: what is left is said in the limit's own days.

alter table demand add column limit_unit text;
update demand set limit_unit = state #>> '{clocks,settle,limit,unit}';
alter table demand alter column limit_unit set not null;

alter table demand_work add column yellow_at timestamptz, add column limit_unit text;
update demand_work w set
    yellow_at = (d.state #>> array['clocks', w.kind, 'yellowAt'])::timestamptz,
    limit_unit = d.state #>> array['clocks', w.kind, 'limit', 'unit']
  from demand d
  where d.tenant_id = w.tenant_id and d.demand_id = w.demand_id and w.kind in ('contact', 'plan', 'settle');
