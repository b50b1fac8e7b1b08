import type { OrganisationId, TerritoryId } from '../../kernel/ids.ts';
import { without } from '../defined.ts';
import type { Demand } from '../state.ts';
import type { Channel, Outcome, Remit } from '../vocabulary.ts';
import { outcomeOf, satisfactionOf } from './demand-row.ts';

/**
 * What one demand counts for. response rate = respondedInTime / received; resolution rate = solved / closed;
 * satisfaction rate = satisfied / judged, where a final determination is judged and not satisfied and whoever could
 * not be reached is not judged.
 */
export const DEMAND_FIGURES = [
  'received',
  'responded',
  'respondedInTime',
  'closed',
  'solved',
  'judged',
  'satisfied',
  'unreachable',
] as const;
export type DemandFigure = (typeof DEMAND_FIGURES)[number];

export type FigureDimensions = {
  readonly unitId: OrganisationId;
  readonly territoryId: TerritoryId;
  readonly category: string;
  readonly channel: Channel;
  readonly remit: Remit | null;
  readonly outcome: Outcome | null;
};

export type FigureDelta = FigureDimensions & { readonly figure: DemandFigure; readonly n: number };

const counts = (demand: Demand): { readonly [F in DemandFigure]: boolean } => {
  const satisfaction = satisfactionOf(demand);
  return {
    received: true,
    responded: demand.response !== undefined,
    respondedInTime: demand.response?.inTime === true,
    closed: demand.status === 'closed',
    solved: outcomeOf(demand) === 'solved',
    judged: satisfaction === 'satisfied' || satisfaction === 'dissatisfied',
    satisfied: satisfaction === 'satisfied',
    unreachable: satisfaction === 'unreachable',
  };
};

const dimensions = (demand: Demand): FigureDimensions => ({
  unitId: demand.lead?.unitId ?? demand.owner.unitId,
  territoryId: demand.particulars.territoryId,
  category: demand.particulars.category,
  channel: demand.channel,
  remit: demand.remit ?? null,
  outcome: outcomeOf(demand) ?? null,
});

const contributions = (demand: Demand | undefined, n: 1 | -1): readonly FigureDelta[] => {
  if (demand === undefined) return [];
  const counted = counts(demand);
  const under = dimensions(demand);
  return DEMAND_FIGURES.filter((figure) => counted[figure]).map((figure) => ({ figure, ...under, n }));
};

const cell = (delta: FigureDelta): string => JSON.stringify(without(delta, 'n'));

/** What a command adds to and takes from the figures; what stays as it was cancels out. */
export const figureContributions = (before: Demand | undefined, after: Demand): readonly FigureDelta[] => {
  const deltas = new Map<string, FigureDelta>();
  for (const delta of [...contributions(before, -1), ...contributions(after, 1)]) {
    const key = cell(delta);
    const known = deltas.get(key);
    deltas.set(key, known === undefined ? delta : { ...known, n: known.n + delta.n });
  }
  return [...deltas.values()].filter(({ n }) => n !== 0);
};
