import type {
  DemandId,
  EnterpriseId,
  OrganisationId,
  PersonId,
  TerritoryId,
  VisitId,
} from '../kernel/ids.ts';
import type { DemandCommand, ParticularsInput, RegistrationInput } from './commands.ts';
import type { Holder } from './parts.ts';
import type { Demand } from './state.ts';

/** What to look up, in the transaction, before a command is decided. */
export type FactsNeeded = {
  readonly unitIds: readonly OrganisationId[];
  readonly personIds: readonly PersonId[];
  readonly demandIds: readonly DemandId[];
  readonly territoryIds: readonly TerritoryId[];
  readonly visitIds: readonly VisitId[];
  /** Present when the first contact is to be found, or what is the enterprise's own: its sites and contacts. */
  readonly enterpriseId?: EnterpriseId;
  /** The number of a supervision notice. */
  readonly noticeNumber?: string;
};

const NOTHING: FactsNeeded = { unitIds: [], personIds: [], demandIds: [], territoryIds: [], visitIds: [] };

const holders = (...named: readonly (Holder | undefined)[]): FactsNeeded => ({
  ...NOTHING,
  unitIds: named.flatMap((holder) => holder?.unitId ?? []),
  personIds: named.flatMap((holder) => holder?.personId ?? []),
});

const namesOwn = ({ siteId, contactId }: Partial<ParticularsInput>): boolean =>
  siteId !== undefined || contactId !== undefined;

const ofRegistration = (command: RegistrationInput): FactsNeeded => ({
  ...NOTHING,
  enterpriseId: command.enterpriseId,
  demandIds: [command.parentId, command.recurrenceOf].flatMap((id) => id ?? []),
  territoryIds: [command.particulars.territoryId],
  visitIds: [command.source.visitId].flatMap((id) => id ?? []),
});

/** The units, persons, demands and places a command names. */
export const factsNeeded = (demand: Demand | undefined, command: DemandCommand): FactsNeeded => {
  switch (command.type) {
    case 'RegisterDemand':
    case 'SettleOnTheSpot':
      return ofRegistration(command);
    case 'EditDemand':
      return {
        ...NOTHING,
        territoryIds: [command.changes.territoryId].flatMap((id) => id ?? []),
        ...(demand !== undefined && namesOwn(command.changes) && { enterpriseId: demand.enterpriseId }),
      };
    case 'RecordSiteVisit':
      return { ...NOTHING, visitIds: [command.visitId].flatMap((id) => id ?? []) };
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
    case 'IssueSupervisionNotice':
      return { ...NOTHING, noticeNumber: command.number };
    case 'MergeDemand':
      return { ...NOTHING, demandIds: [command.into] };
    case 'LinkRecurrence':
      return { ...NOTHING, demandIds: [command.to] };
    default:
      return NOTHING;
  }
};
