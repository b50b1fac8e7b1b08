import { factsNeeded } from '@xiaoer/domain/demand/facts-needed';
import type { DemandCommand } from '@xiaoer/domain/demand/commands';
import type { DemandFacts, LinkedDemand } from '@xiaoer/domain/demand/context';
import type { Holder } from '@xiaoer/domain/demand/parts';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { Status } from '@xiaoer/domain/demand/vocabulary';
import { teamMemberOn } from '@xiaoer/domain/enterprise/team-on';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { DemandId, EnterpriseId, ProjectId, TerritoryId, VisitId } from '@xiaoer/domain/kernel/ids';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { deskOnDuty, workingHolder } from '@xiaoer/domain/reactions/first-contact';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { unitsOfStaff } from '../configuration/active.ts';
import { isActiveUnit, type Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { Situation } from '../execute/store.ts';

/** Who answers for the desk where a demand is. */
export const deskFor = (
  { rosters, staff, territoryTree }: Configuration,
  territoryId: TerritoryId,
  now: Instant,
): Holder | undefined => deskOnDuty({ rosters, staff, path: pathToRoot(territoryTree, territoryId), now });

const placeOf = (state: Demand | undefined, command: DemandCommand): TerritoryId | undefined =>
  'particulars' in command ? command.particulars.territoryId : state?.particulars.territoryId;

const enterpriseRow = async (
  tx: Tx,
  enterpriseId: EnterpriseId | undefined,
): Promise<EnterpriseState | undefined> => {
  if (enterpriseId === undefined) return undefined;
  const [row] = await tx.query<{ state: EnterpriseState }>(
    'select state from enterprise where tenant_id = $1 and enterprise_id = $2',
    [tx.scope.tenantId, enterpriseId],
  );
  return row?.state;
};

const enterpriseFacts = (
  configuration: Configuration,
  enterprise: EnterpriseState | undefined,
  now: Instant,
): Pick<DemandFacts, 'enterpriseActive' | 'serviceOfficer' | 'siteIds' | 'contactIds'> => {
  if (enterprise === undefined) return { enterpriseActive: false, siteIds: [], contactIds: [] };
  const own = {
    siteIds: enterprise.sites.map(({ siteId }) => siteId),
    contactIds: enterprise.contacts.map(({ personId }) => personId),
  };
  if (!enterprise.presence.here) return { enterpriseActive: false, ...own };
  const officer = teamMemberOn(enterprise, 'serviceOfficer', dateOf(now));
  const serviceOfficer = officer && workingHolder(configuration.staff, officer);
  return { enterpriseActive: true, ...own, ...(serviceOfficer && { serviceOfficer }) };
};

const visitsAmong = async (tx: Tx, ids: readonly VisitId[]): Promise<readonly VisitId[]> => {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ visit_id: VisitId }>(
    'select visit_id from visit where tenant_id = $1 and visit_id = any($2)',
    [tx.scope.tenantId, ids],
  );
  return rows.map((row) => row.visit_id);
};

const projectsAmong = async (
  tx: Tx,
  ids: readonly ProjectId[],
  enterpriseId: EnterpriseId | undefined,
): Promise<readonly ProjectId[]> => {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ project_id: ProjectId }>(
    'select project_id from project where tenant_id = $1 and project_id = any($2) and enterprise_id = $3',
    [tx.scope.tenantId, ids, enterpriseId],
  );
  return rows.map((row) => row.project_id);
};

const linkedDemands = async (tx: Tx, ids: readonly DemandId[]): Promise<readonly LinkedDemand[]> => {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ demand_id: DemandId; status: Status; enterprise_id: EnterpriseId }>(
    'select demand_id, status, enterprise_id from demand where tenant_id = $1 and demand_id = any($2) for share',
    [tx.scope.tenantId, ids],
  );
  return rows.map((row) => ({
    demandId: row.demand_id,
    status: row.status,
    enterpriseId: row.enterprise_id,
  }));
};

const isNoticeNumberTaken = async (tx: Tx, number: string | undefined): Promise<boolean> => {
  if (number === undefined) return false;
  const rows = await tx.query('select 1 from supervision_notice where tenant_id = $1 and number = $2', [
    tx.scope.tenantId,
    number,
  ]);
  return rows.length > 0;
};

export type LookedUp = { readonly configuration: Configuration; readonly facts: DemandFacts };

/** Looks up what the command's decision needs, inside its transaction and in one round trip. */
export const lookUp = async (
  tx: Tx,
  read: ReadConfiguration,
  { state, command, now }: Situation<Demand, DemandCommand>,
): Promise<LookedUp> => {
  const needed = factsNeeded(state, command);
  const territoryId = placeOf(state, command);
  const [configuration, enterprise, linked, visitIds, projectIds, noticeNumberTaken] = await Promise.all([
    read(tx),
    enterpriseRow(tx, needed.enterpriseId),
    linkedDemands(tx, needed.demandIds),
    visitsAmong(tx, needed.visitIds),
    projectsAmong(tx, needed.projectIds, needed.enterpriseId),
    isNoticeNumberTaken(tx, needed.noticeNumber),
  ]);
  const ofEnterprise =
    needed.enterpriseId === undefined
      ? { enterpriseActive: true, siteIds: [], contactIds: [] }
      : enterpriseFacts(configuration, enterprise, now);
  return {
    configuration,
    facts: {
      ...ofEnterprise,
      ...(territoryId !== undefined && { dutyDesk: deskFor(configuration, territoryId, now) }),
      activeUnitIds: needed.unitIds.filter((unitId) => isActiveUnit(configuration, unitId)),
      unitsOfPerson: Object.fromEntries(
        needed.personIds
          .filter((id) => configuration.staff.has(id))
          .map((id) => [id, unitsOfStaff(configuration, id, dateOf(now))]),
      ),
      linkedDemands: linked,
      territoryIds: needed.territoryIds.filter((id) => configuration.territories.has(id)),
      visitIds,
      projectIds,
      noticeNumberTaken,
    },
  };
};
