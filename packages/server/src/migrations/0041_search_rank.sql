-- A search reads what was written lately one by one, until it is sorted into the index: of a megabyte that is most of its
-- time. 256 kB are some hundred demands.
alter index demand_text_by_words set (gin_pending_list_limit = 256);
alter index demand_text_by_mark set (gin_pending_list_limit = 256);

-- Titles with all the words before those with one of them, before the rest; counting the words of a thousand titles took as
-- long as reading them.
create or replace function search_demand(terms text, in_title text[], most integer)
  returns table (demand_id uuid, titled bigint, raised_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select t.demand_id,
      case when t.title like all (in_title) then 2 when t.title like any (in_title) then 1 else 0 end::bigint, t.raised_at
    from demand_text t
    where tenant_words(t.tenant_id, t.tsv) @@ terms::tsquery and t.tenant_id + 0 = (select app_tenant())
    limit most
$$;
