-- The number people quote of a package is minted, and minted again when it is taken. One that was given twice before stays as
-- the sealed log has it: the later package is told apart by its suffix, which nobody reads. Ids grow with time.
alter table demand_package add column number text, add column number_suffix smallint not null default 0;
update demand_package p set number = p.state ->> 'number', number_suffix = given.suffix
  from (select tenant_id, package_id,
      row_number() over (partition by tenant_id, state ->> 'number' order by package_id) - 1 as suffix
    from demand_package) given
  where p.tenant_id = given.tenant_id and p.package_id = given.package_id;
alter table demand_package alter column number set not null,
  add constraint demand_package_number_key unique (tenant_id, number, number_suffix);
call primary_keys_last();
