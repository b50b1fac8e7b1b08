-- A rate is of the demands raised in the period: what a demand adds to or takes from a figure on a later day counts with the
-- day it was raised. An earlier release did not write that day; it is filled in from the log after the migration.
alter table figure_delta add column raised_on date;
create index figure_delta_by_raising on figure_delta (tenant_id, raised_on, day) include (figure, n);
create index figure_delta_unfilled on figure_delta (tenant_id) where raised_on is null;
drop index figure_delta_by_figure;
call primary_keys_last();
