-- Large zones: what a page shows is found by bounded walks of indexes.

-- Lists of closed demands, and of all, by due time; no list asks for one unit's in that order alone.
create index demand_all_by_due on demand (tenant_id, due_at, demand_id);
drop index demand_by_owner_unit;

-- A desk reads the earliest work of each person, each unit and the desk itself, and counts it in the index alone: the
-- enterprise is there for its policy.
drop index demand_work_by_person, demand_work_by_unit, demand_work_by_desk;
create index demand_work_by_person on demand_work (tenant_id, person_id, due_at, demand_id, work_key) include (enterprise_id);
create index demand_work_by_unit on demand_work (tenant_id, unit_id, due_at, demand_id, work_key) include (enterprise_id)
  where person_id is null and owed_by <> 'enterprise';
create index demand_work_by_desk on demand_work (tenant_id, due_at, demand_id, work_key) include (enterprise_id)
  where owed_by = 'desk' and person_id is null;

-- What was late on a day: periods that outlasted their due time, few of all that were ever open.
drop index demand_period_open;
create index demand_period_late on demand_period (tenant_id, to_at, due_at)
  where outcome is null and due_at < to_at;

-- A search ranks its candidates by what stands beside their words, and reads the demands of one page only. Titles are folded
-- as the words are: full-width forms to half-width, letters to lower case.
drop index demand_text_by_words, demand_text_by_mark;
alter table demand_text add column title text, add column raised_at timestamptz;
update demand_text t set raised_at = d.raised_at, title = lower(translate(d.title, wide.forms, narrow.forms) collate "C")
  from demand d,
    (select chr(12288) || string_agg(chr(65281 + n), '' order by n) as forms from generate_series(0, 93) n) wide,
    (select ' ' || string_agg(chr(33 + n), '' order by n) as forms from generate_series(0, 93) n) narrow
  where d.tenant_id = t.tenant_id and d.demand_id = t.demand_id;
alter table demand_text alter column title set not null, alter column raised_at set not null;
create index demand_text_by_mark on demand_text using gin (tenant_id, marks);

-- Words under their tenant's number: a word's list of demands holds those of one tenant only.
create function tenant_words(tenant integer, words tsvector) returns tsvector
  language sql immutable strict parallel safe as $$
    select array_to_tsvector(array(select tenant || ':' || word from unnest(tsvector_to_array(words)) as word))
$$;
create index demand_text_by_words on demand_text using gin (tenant_words(tenant_id, tsv));

-- `terms`: a tsquery of words under the tenant's number; `titled`: how many patterns of `in_title` the title fits. The sum
-- keeps other indexes of the tenant out of the plan.
drop function search_demand;
create function search_demand(terms text, in_title text[], most integer)
  returns table (demand_id uuid, titled bigint, raised_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select t.demand_id, (select count(*) from unnest(in_title) as word where t.title like word), t.raised_at
    from demand_text t
    where tenant_words(t.tenant_id, t.tsv) @@ terms::tsquery and t.tenant_id + 0 = (select app_tenant())
    limit most
$$;
revoke execute on function search_demand from public;

-- Of two indexes that seem to cost the same, as all do while a table is empty, the planner takes the younger. A statement
-- that looks a row up by its key would walk the whole tenant in an index that only ends with the key.
create procedure primary_keys_last() language plpgsql as $$
declare key record;
begin
  for key in
    select distinct p.indrelid::regclass as target, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_index p
    join pg_constraint c on c.conindid = p.indexrelid and c.contype = 'p'
    join pg_index other on other.indrelid = p.indrelid and other.indexrelid > p.indexrelid
    where c.connamespace = 'public'::regnamespace
      and p.indkey::smallint[] <@ other.indkey::smallint[]
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', key.target, key.name, key.name, key.definition);
  end loop;
end $$;
call primary_keys_last();
