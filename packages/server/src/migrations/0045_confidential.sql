-- The few demands that are kept from somebody, found at once.
create index demand_confidential on demand (tenant_id) include (demand_id, hidden_unit_ids, hidden_person_ids) where confidential;
call primary_keys_last();
