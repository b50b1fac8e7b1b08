-- A list of demands names their enterprises: looking up fifty names took the database as long as finding fifty demands. The name
-- stands beside each demand, and is kept true here, whoever writes. Cards are written in ASCII (other characters as \u escapes), so
-- that they are read, put together and sent as single bytes; they begin with the due time, which is read of each.
create function ascii_json(written text) returns text language sql immutable as $$
  select case when octet_length(written) = length(written) then written else (
    select string_agg(case
        when ascii(c) < 128 then c
        when ascii(c) < 65536 then '\u' || lpad(to_hex(ascii(c)), 4, '0')
        else '\u' || to_hex(55232 + (ascii(c) >> 10)) || '\u' || to_hex(56320 + (ascii(c) & 1023)) end, '' order by n)
    from regexp_split_to_table(written, '') with ordinality s(c, n)) end
$$;
create function ascii_card(card text, title text) returns text language sql immutable as $$
  select regexp_replace(ascii_json(replace(card, to_json(title)::text, ascii_json(to_json(title)::text))),
    '^\{(.*?)("dueAt":"[^"]*"),', '{\2,\1')
$$;
create function name_of_enterprise(tenant integer, enterprise uuid) returns text language sql stable as $$
  select name from enterprise e where e.tenant_id = tenant and e.enterprise_id = enterprise
$$;
alter table demand add column enterprise_name text;
alter table demand
  alter column enterprise_name type text using name_of_enterprise(tenant_id, enterprise_id),
  alter column card type text using ascii_card(card, title);
-- What is sent as single bytes must be: a card that something else wrote would be garbled.
alter table demand alter column enterprise_name set not null,
  add constraint demand_card_is_ascii check (octet_length(card) = length(card));
drop function ascii_card, ascii_json, name_of_enterprise;

-- Who renames an enterprise waits for whoever is raising a demand of it, and the other way round: neither misses the other. An
-- import raises demands of thousands in one transaction, and the database has room for few thousand locks, hence 256 for all.
create function name_lock(enterprise uuid) returns integer language sql immutable as $$
  select hashtext(enterprise::text) & 255
$$;
create function name_enterprise_of_demand() returns trigger language plpgsql as $$
begin
  -- A command writes its demand by `insert ... on conflict do update`: the name of one that is there stays.
  select d.enterprise_name into new.enterprise_name from demand d
  where d.tenant_id = new.tenant_id and d.demand_id = new.demand_id;
  if found then return new; end if;
  perform pg_advisory_xact_lock_shared(new.tenant_id, name_lock(new.enterprise_id));
  select e.name into new.enterprise_name from enterprise e
  where e.tenant_id = new.tenant_id and e.enterprise_id = new.enterprise_id;
  return new;
end $$;
-- Demands first and in the order of their ids, the lock behind them, as commands do: whoever raises one may hold others.
create function rename_enterprise_of_demands() returns trigger language plpgsql as $$
begin
  perform 1 from demand d where d.tenant_id = new.tenant_id and d.enterprise_id = new.enterprise_id
  order by d.demand_id for no key update;
  perform pg_advisory_xact_lock(new.tenant_id, name_lock(new.enterprise_id));
  update demand d set enterprise_name = new.name
  where d.tenant_id = new.tenant_id and d.enterprise_id = new.enterprise_id;
  return new;
end $$;
-- A row that brings the name with it is one of a backup. No command gives a demand to another enterprise.
create trigger enterprise_name before insert on demand
  for each row when (new.enterprise_name is null) execute function name_enterprise_of_demand();
create trigger enterprise_renamed after update of name on enterprise
  for each row when (old.name <> new.name) execute function rename_enterprise_of_demands();
