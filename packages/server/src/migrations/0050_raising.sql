-- A new demand is inserted, one that is there is updated: the name of its enterprise is asked for once, when it comes. Before the
-- trigger looked for the demand first. What 0048 made in its first wording goes with it.
drop trigger if exists enterprise_name_on_insert on demand;
drop trigger if exists enterprise_name_on_update on demand;
drop trigger if exists enterprise_name on demand;
create or replace function name_enterprise_of_demand() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(new.tenant_id, name_lock(new.enterprise_id));
  select e.name into new.enterprise_name from enterprise e
  where e.tenant_id = new.tenant_id and e.enterprise_id = new.enterprise_id;
  return new;
end $$;
-- A row that brings the name with it is one of a backup. No command gives a demand to another enterprise.
create trigger enterprise_name before insert on demand
  for each row when (new.enterprise_name is null) execute function name_enterprise_of_demand();

-- Words stand under their tenant's number in the row as they do in the index: making the one of the other took a sixth of what
-- raising a demand costs the database.
drop index demand_text_by_words;
alter table demand_text alter column tsv type tsvector using tenant_words(tenant_id, tsv);
create index demand_text_by_words on demand_text using gin (tsv) with (gin_pending_list_limit = 256);
create or replace function search_demand(terms text, in_title text[], most integer)
  returns table (demand_id uuid, titled bigint, raised_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select t.demand_id,
      case when t.title like all (in_title) then 2 when t.title like any (in_title) then 1 else 0 end::bigint, t.raised_at
    from demand_text t
    where t.tsv @@ terms::tsquery and t.tenant_id + 0 = (select app_tenant())
    limit most
$$;
drop function tenant_words;
call primary_keys_last();
