-- Calls back, by when they are due: their list is in this order, and the desk of an inspector shows the earliest.
create index demand_work_calls on demand_work (tenant_id, due_at, demand_id, work_key) include (enterprise_id)
  where kind = 'callBack';
call primary_keys_last();
