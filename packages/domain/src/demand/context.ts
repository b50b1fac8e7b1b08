import type { Actor } from '../access/actor.ts';
import type {
  DemandId,
  EnterpriseId,
  OrganisationId,
  PersonId,
  ProjectId,
  TerritoryId,
  VisitId,
} from '../kernel/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Holder, SiteId } from './parts.ts';
import type { DemandSettings } from './settings.ts';
import type { Status } from './vocabulary.ts';

/** Another demand a command names: its parent, what it merges into, what it recurs from. */
export type LinkedDemand = {
  readonly demandId: DemandId;
  readonly status: Status;
  readonly enterpriseId: EnterpriseId;
};

/** What a decision needs from outside the demand; `factsNeeded` says which units, persons and demands to look up. */
export type DemandFacts = {
  readonly enterpriseActive: boolean;
  /** The enterprise's service officer today, if any. */
  readonly serviceOfficer?: Holder | undefined;
  /** Who answers for the desk now; nobody in a zone without one. */
  readonly dutyDesk?: Holder | undefined;
  /** Of the units named by the command, those that are active. */
  readonly activeUnitIds: readonly OrganisationId[];
  /**
   * Units of the persons named by the command, by person id: empty for who has left or works in no unit, no entry for who is
   * not of the staff.
   */
  readonly unitsOfPerson: Readonly<Record<string, readonly OrganisationId[]>>;
  /** Of the demands named by the command, those that exist in the tenant. */
  readonly linkedDemands: readonly LinkedDemand[];
  /** Of the territories and visits named by the command, those that are there. */
  readonly territoryIds: readonly TerritoryId[];
  readonly visitIds: readonly VisitId[];
  /** Of the projects named by the command, those of the enterprise. */
  readonly projectIds: readonly ProjectId[];
  /** The enterprise's sites and contacts, when the command names one. */
  readonly siteIds: readonly SiteId[];
  readonly contactIds: readonly PersonId[];
  /** The number of the supervision notice that the command names was given before. */
  readonly noticeNumberTaken?: boolean;
};

export type DemandContext = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendars: { readonly officer: WorkCalendar; readonly department: WorkCalendar };
  readonly settings: DemandSettings;
  readonly facts: DemandFacts;
};
