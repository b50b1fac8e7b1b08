-- In which language a person is written to; without a row, Chinese.
create table person_language (
  tenant_id integer not null,
  person_id uuid not null,
  language text not null check (language in ('zh-CN', 'en')),
  primary key (tenant_id, person_id)
);
call tenant_isolation('person_language');
