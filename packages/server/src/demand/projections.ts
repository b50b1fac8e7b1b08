import type { DemandEvent } from '@xiaoer/domain/demand/events';
import { periodOf } from '@xiaoer/domain/demand/projections/demand-row';
import { figureContributions } from '@xiaoer/domain/demand/projections/figure-contributions';
import { workItems, type WorkItem } from '@xiaoer/domain/demand/projections/work-items';
import type { Demand } from '@xiaoer/domain/demand/state';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Write } from '../db/write-batch.ts';
import type { Change } from '../execute/store.ts';
import { fileWrites } from './named-files.ts';

type DemandChange = Change<Demand, DemandEvent>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const workKey = ({ kind, id }: WorkItem): string => (id === undefined ? kind : `${kind}:${id}`);

const workWrites = ({ tenantId, id, before, after }: DemandChange): readonly Write[] => {
  const old = before === undefined ? [] : workItems(before);
  const now = workItems(after);
  const gone = old.filter((item) => !now.some((other) => workKey(other) === workKey(item)));
  const changed = now.filter((item) => !old.some((other) => same(other, item)));
  const key = ['tenant_id', 'demand_id', 'work_key'];
  const ofDemand = { tenant_id: tenantId, demand_id: id };
  const rows = changed.map((item) => ({
    ...ofDemand,
    work_key: workKey(item),
    kind: item.kind,
    owed_by: item.from,
    unit_id: item.holder?.unitId ?? null,
    person_id: item.holder?.personId ?? null,
    enterprise_id: after.enterpriseId,
    due_at: item.dueAt ?? null,
    yellow_at: item.yellowAt ?? null,
    limit_unit: item.limitUnit ?? null,
  }));
  const table = 'demand_work';
  if (before === undefined) return [{ table, insert: rows }];
  return [
    { table, remove: gone.map((item) => ({ ...ofDemand, work_key: workKey(item) })), key },
    { table, upsert: rows, key },
  ];
};

const closePeriod = (source: string): string =>
  `update demand_period p set to_at = s.to_at from ${source} s
   where p.tenant_id = s.tenant_id and p.demand_id = s.demand_id and p.to_at = 'infinity'`;

const periodWrites = ({ tenantId, id, before, after, version, now }: DemandChange): readonly Write[] => {
  const period = periodOf(after);
  if (before !== undefined && same(periodOf(before), period)) return [];
  const ofDemand = { tenant_id: tenantId, demand_id: id };
  return [
    {
      table: 'demand_period',
      rows: before === undefined ? [] : [{ ...ofDemand, to_at: now }],
      statement: closePeriod,
    },
    {
      table: 'demand_period',
      insert: [
        {
          ...ofDemand,
          from_version: version,
          from_at: now,
          to_at: 'infinity',
          enterprise_id: after.enterpriseId,
          status: period.status,
          unit_id: period.unitId,
          category: period.category,
          due_at: period.dueAt,
          remit: period.remit,
          outcome: period.outcome,
          unreachable: period.unreachable,
          paused: period.paused,
        },
      ],
    },
  ];
};

type Counted = Pick<DemandChange, 'before' | 'after'> & { readonly at: Instant };

/** The number of a supervision notice stands for that notice alone: the key refuses who gives it at the same time. */
const noticeWrites = ({ tenantId, id, after, events }: DemandChange): readonly Write[] => [
  {
    table: 'supervision_notice',
    insert: events.flatMap((event) =>
      event.type === 'SupervisionNoticeIssued'
        ? [{ tenant_id: tenantId, number: event.number, demand_id: id, enterprise_id: after.enterpriseId }]
        : [],
    ),
  },
];

/** What a change adds to the figures and takes from them, as rows of figure_delta without their tenant. */
export const figureRowsOf = ({ before, after, at }: Counted) =>
  figureContributions(before, after).map((delta) => ({
    day: dateOf(at),
    raised_on: dateOf(after.registeredAt),
    figure: delta.figure,
    unit_id: delta.unitId,
    territory_id: delta.territoryId,
    category: delta.category,
    channel: delta.channel,
    remit: delta.remit,
    outcome: delta.outcome,
    n: delta.n,
  }));

const figureWrites = ({ tenantId, before, after, now }: DemandChange): readonly Write[] => [
  {
    table: 'figure_delta',
    insert: figureRowsOf({ before, after, at: now }).map((row) => ({ tenant_id: tenantId, ...row })),
  },
];

/** The rows beside the demand itself that a change writes: work owed, periods, figures, numbers of notices, files named. */
export const demandProjections = (change: DemandChange): readonly Write[] => [
  ...workWrites(change),
  ...periodWrites(change),
  ...figureWrites(change),
  ...noticeWrites(change),
  ...fileWrites(change),
];
