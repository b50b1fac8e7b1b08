import type { DemandId, EnterpriseId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { DemandCommand } from './commands.ts';
import type { Holder } from './parts.ts';
import type { Demand } from './state.ts';

/** What to look up, in the transaction, before a command is decided. */
export type FactsNeeded = {
  readonly unitIds: readonly OrganisationId[];
  readonly personIds: readonly PersonId[];
  readonly demandIds: readonly DemandId[];
  /** Present when the first contact is to be found: the enterprise's officer and the desk on duty. */
  readonly enterpriseId?: EnterpriseId;
};

const NOTHING: FactsNeeded = { unitIds: [], personIds: [], demandIds: [] };

const holders = (...named: readonly (Holder | undefined)[]): FactsNeeded => ({
  ...NOTHING,
  unitIds: named.flatMap((holder) => holder?.unitId ?? []),
  personIds: named.flatMap((holder) => holder?.personId ?? []),
});

/** The units, persons and demands a command names. */
export const factsNeeded = (demand: Demand | undefined, command: DemandCommand): FactsNeeded => {
  switch (command.type) {
    case 'RegisterDemand':
    case 'SettleOnTheSpot':
      return {
        ...NOTHING,
        enterpriseId: command.enterpriseId,
        demandIds: [command.parentId, command.recurrenceOf].flatMap((id) => id ?? []),
      };
    case 'RouteDemand':
      return holders(command.lead, ...command.coHandlers.map(({ to }) => to));
    case 'AcceptDemand':
      return demand?.lead === undefined
        ? NOTHING
        : holders({ unitId: demand.lead.unitId, personId: command.personId });
    case 'ConcludeConsultation':
      return holders(command.lead);
    case 'HandOverDemand':
    case 'GiveTask':
      return holders(command.to);
    case 'GiveInstruction':
      return holders(command.to);
    case 'FormTaskForce':
      return holders(...command.members);
    case 'MergeDemand':
      return { ...NOTHING, demandIds: [command.into] };
    case 'LinkRecurrence':
      return { ...NOTHING, demandIds: [command.to] };
    default:
      return NOTHING;
  }
};
