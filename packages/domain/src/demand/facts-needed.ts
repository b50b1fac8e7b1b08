import type {
  DemandId,
  EnterpriseId,
  OrganisationId,
  PersonId,
  ProjectId,
  TerritoryId,
  VisitId,
} from '../kernel/ids.ts';
import type { DemandCommand, ParticularsInput, RegistrationInput } from './commands.ts';
import type { Hiding, Holder } from './parts.ts';
import type { Demand } from './state.ts';

/** What to look up, in the transaction, before a command is decided. */
export type FactsNeeded = {
  readonly unitIds: readonly OrganisationId[];
  readonly personIds: readonly PersonId[];
  readonly demandIds: readonly DemandId[];
  readonly territoryIds: readonly TerritoryId[];
  readonly visitIds: readonly VisitId[];
  readonly projectIds: readonly ProjectId[];
  /** Present when the first contact is to be found, or what is the enterprise's own: its sites and contacts. */
  readonly enterpriseId?: EnterpriseId;
  /** The number of a supervision notice. */
  readonly noticeNumber?: string;
};

const NOTHING: FactsNeeded = {
  unitIds: [],
  personIds: [],
  demandIds: [],
  territoryIds: [],
  visitIds: [],
  projectIds: [],
};

const present = <Id>(id: Id | undefined): readonly Id[] => (id === undefined ? [] : [id]);

const holders = (...named: readonly (Partial<Holder> | undefined)[]): FactsNeeded => ({
  ...NOTHING,
  unitIds: named.flatMap((holder) => present(holder?.unitId)),
  personIds: named.flatMap((holder) => present(holder?.personId)),
});

const hidden = (hiding: Hiding | undefined) => ({
  unitIds: hiding?.unitIds ?? [],
  personIds: hiding?.personIds ?? [],
});

const namesOwn = ({ siteId, contactId }: Partial<ParticularsInput>): boolean =>
  siteId !== undefined || contactId !== undefined;

const ofRegistration = (command: RegistrationInput): FactsNeeded => ({
  ...NOTHING,
  ...hidden(command.hiding),
  enterpriseId: command.enterpriseId,
  demandIds: [...present(command.parentId), ...present(command.recurrenceOf)],
  territoryIds: [command.particulars.territoryId],
  visitIds: present(command.source.visitId),
  projectIds: present(command.projectId),
});

const ofEdit = (demand: Demand | undefined, changes: Partial<ParticularsInput>): FactsNeeded => ({
  ...NOTHING,
  territoryIds: present(changes.territoryId),
  ...(demand !== undefined && namesOwn(changes) && { enterpriseId: demand.enterpriseId }),
});

/** The units, persons, demands and places a command names. */
export const factsNeeded = (demand: Demand | undefined, command: DemandCommand): FactsNeeded => {
  switch (command.type) {
    case 'RegisterDemand':
    case 'SettleOnTheSpot':
      return ofRegistration(command);
    case 'EditDemand':
      return ofEdit(demand, command.changes);
    case 'RecordSiteVisit':
      return { ...NOTHING, personIds: command.personIds, visitIds: present(command.visitId) };
    case 'RouteDemand':
      return holders(command.lead, ...command.coHandlers.map(({ to }) => to));
    case 'AcceptDemand':
      return demand?.lead === undefined
        ? NOTHING
        : holders({ unitId: demand.lead.unitId, personId: command.personId });
    case 'ConcludeConsultation':
      return holders(command.lead, ...command.unitIds.map((unitId) => ({ unitId })));
    case 'HandOverDemand':
    case 'GiveTask':
      return holders(command.to);
    case 'GiveInstruction':
      return holders(command.to, { personId: command.leaderId });
    case 'ReferDemand':
      return { ...NOTHING, unitIds: present(command.body.organisationId) };
    case 'SetConfidential':
      return { ...NOTHING, ...hidden(command.hiding) };
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
