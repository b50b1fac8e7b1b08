import type { listRow } from '@xiaoer/contract/lists';
import type { Demand } from '@xiaoer/domain/demand/state';
import { teamMemberOn } from '@xiaoer/domain/enterprise/team-on';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { OrganisationId } from '@xiaoer/domain/kernel/ids';
import { dateOf, dueDateOf } from '@xiaoer/domain/time/instant';
import type { z } from 'zod';
import type { Configuration } from '../../configuration/configuration.ts';
import type { ReadDb } from '../../db/transact.ts';
import { chineseDate } from '../../documents/chinese-date.ts';
import { ITEM_COLUMNS, type ItemRow } from '../item.ts';
import { demandRows, foundItem, type ListRequest } from '../list-query.ts';
import type { DemandItem } from '../card.ts';

export type ListRow = z.input<typeof listRow>;

type StateRow = ItemRow & { readonly state: Demand; readonly team: EnterpriseState['team'] };

const COLUMNS = `${ITEM_COLUMNS}, d.state, 
  (select e.state->'team' from enterprise e where e.tenant_id = d.tenant_id and e.enterprise_id = d.enterprise_id) as team`;

const unitIn =
  ({ organisations }: Configuration) =>
  (id: OrganisationId) => ({ id, name: organisations.get(id)?.name ?? '' });

/**
 * What is being done about it, in a few lines: the plan, which the asker reads too, or else who has to do something until when.
 * In which words they were asked stays on the record: lists are handed round (see file-readers.ts).
 */
const measureOf = (configuration: Configuration, { plan, tasks }: Demand): string => {
  if (plan !== undefined)
    return [plan.summary, ...plan.steps.map((step, index) => `${index + 1}. ${step.text}`)].join('\n');
  const unitOf = unitIn(configuration);
  return tasks.map(({ to, due }) => `${unitOf(to.unitId).name}（${chineseDate(due)}前）`).join('\n');
};

const stepsOf = ({ plan, tasks }: Demand): readonly { readonly doneAt?: string }[] => plan?.steps ?? tasks;

/** The units that handle it beside the lead, each once. */
export const coUnitsOf = (configuration: Configuration, { tasks, lead }: Demand) =>
  [...new Set(tasks.map(({ to }) => to.unitId))]
    .filter((unitId) => unitId !== lead?.unitId)
    .map(unitIn(configuration));

const rowOf = (request: ListRequest, row: StateRow, terms: readonly string[]): ListRow => {
  const { configuration, now } = request;
  const { state } = row;
  const { category } = state.particulars;
  const leaderId = teamMemberOn({ team: row.team } as EnterpriseState, 'linkedLeader', dateOf(now));
  const steps = stepsOf(state);
  const demand = JSON.parse(foundItem(request, row, terms)) as DemandItem;
  return {
    demand,
    problem: state.particulars.text,
    category: configuration.catalogue.get(category)?.names.zh ?? category,
    measure: measureOf(configuration, state),
    stepsDone: steps.filter(({ doneAt }) => doneAt !== undefined).length,
    steps: steps.length,
    leader: (leaderId && configuration.staff.get(leaderId)?.personal?.name) ?? null,
    coUnits: coUnitsOf(configuration, state),
    dueOn: dueDateOf(demand.dueAt),
  };
};

/** A page of the three lists' rows. */
export const listPage = async (
  db: ReadDb,
  request: ListRequest,
): Promise<{ readonly items: ListRow[]; readonly next: string | null }> => {
  const { rows, next, terms } = await demandRows<StateRow>(db, request, COLUMNS);
  return { items: rows.map((row) => rowOf(request, row, terms)), next };
};
