-- Closed unreached, reopened, and then withdrawn, merged or finally determined: that closing has nothing to do with reaching anybody.
update demand_period set unreachable = false where unreachable and outcome in ('withdrawn', 'merged', 'finalDetermination');
