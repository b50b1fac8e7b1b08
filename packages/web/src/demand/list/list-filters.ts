import { DEMAND_LIGHTS, DEMAND_SORTS } from '@xiaoer/contract/demand-views';
import { CHANNELS, OUTCOMES, REMITS, STATUSES, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import type { Filters } from '../../lib/url/filters.ts';
import { readFilters } from '../../lib/url/filters.ts';
import type { Sort } from '../../ui/table/column.ts';

/** What the address of the list says; the same names as the server's. */
export const LIST_SPEC = {
  show: ['mine', 'open', 'closed', 'all'],
  status: STATUSES,
  urgency: URGENCIES,
  channel: CHANNELS,
  remit: REMITS,
  outcome: OUTCOMES,
  light: DEMAND_LIGHTS,
  category: 'text',
  unit: 'text',
  enterprise: 'text',
  package: 'text',
  import: 'text',
  raisedFrom: 'day',
  raisedTo: 'day',
  q: 'text',
  sort: DEMAND_SORTS,
  order: ['asc', 'desc'],
  view: ['list', 'board'],
} as const;

export type ListFilters = Filters<typeof LIST_SPEC>;

export const readListFilters = (search: Readonly<Record<string, unknown>>): ListFilters =>
  readFilters(LIST_SPEC, search);

/** What an address says beside the filters: which of several lists it shows. */
export const beside = (search: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !Object.hasOwn(LIST_SPEC, name)));

/** The query of the list's request: the filters without what only the page knows. A closed outcome implies closed demands. */
export const listQuery = ({ status, ...filters }: ListFilters) => ({
  ...filters,
  view: undefined,
  ...(status === undefined ? {} : { status: [status] }),
  ...(filters.urgency === undefined ? {} : { urgency: [filters.urgency] }),
  ...(filters.channel === undefined ? {} : { channel: [filters.channel] }),
  ...(filters.remit === undefined ? {} : { remit: [filters.remit] }),
  ...(filters.outcome === undefined ? {} : { outcome: [filters.outcome] }),
  ...(filters.show === undefined && (status === 'closed' || filters.outcome !== undefined)
    ? { show: 'closed' as const }
    : {}),
});

/** Sorting as the table shows it; a search is sorted by how well it matches. */
export const sortOf = ({ sort = 'dueAt', order = 'asc', q }: ListFilters): Sort | undefined =>
  q === undefined ? { key: sort, direction: order === 'asc' ? 'up' : 'down' } : undefined;
