import { auditSearch } from './audit.ts';
import { DEMAND_CHANGES, registerDemand, settleOnTheSpot } from './demand-commands.ts';
import { demandDetail, demands, desk } from './demand-views.ts';
import * as imports from './imports.ts';
import * as lists from './lists.ts';
import * as outside from './outside.ts';
import { suggestDemand } from './demand-suggestion.ts';
import * as catalogue from './catalogue.ts';
import * as dutyRoster from './duty-roster.ts';
import * as enterprise from './enterprise.ts';
import * as organisation from './organisation.ts';
import * as person from './person.ts';
import * as policySession from './policy-session.ts';
import * as project from './project.ts';
import { downloadFile, uploadFile } from './files.ts';
import * as figures from './figures.ts';
import type { Route } from './route.ts';
import * as settings from './settings.ts';
import * as territory from './territory.ts';
import * as visit from './visit.ts';
import * as notices from './notices.ts';
import { openApi } from './openapi.ts';
import * as packages from './package.ts';
import * as portal from './portal.ts';
import { setUp, setUpNeeded } from './set-up.ts';
import * as signIn from './sign-in.ts';

const of = (part: Readonly<Record<string, unknown>>): readonly Route[] =>
  Object.values(part) as readonly Route[];

/** Every route of the product, in the order of the OpenAPI file. */
export const ROUTES: readonly Route[] = [
  openApi,
  ...of({ ...signIn }),
  setUpNeeded,
  setUp,
  notices.notices,
  notices.readNotices,
  notices.noticeStream,
  uploadFile,
  downloadFile,
  notices.noticeChoices,
  notices.chooseNotices,
  portal.portalDemands,
  portal.portalDemand,
  portal.portalTeam,
  desk,
  demands,
  demandDetail,
  suggestDemand,
  imports.startImport,
  imports.importList,
  imports.importTemplate,
  imports.importState,
  imports.commitImport,
  imports.cancelImport,
  lists.threeLists,
  lists.exportLists,
  lists.exportDemands,
  lists.referralSheetFile,
  lists.liaisonLetterFile,
  outside.createOutsideLink,
  outside.outsideLetter,
  outside.uploadOutsideFile,
  outside.answerOutside,
  registerDemand,
  settleOnTheSpot,
  ...of(DEMAND_CHANGES),
  organisation.organisations,
  organisation.organisationsFile,
  organisation.registerOrganisation,
  ...of(organisation.ORGANISATION_CHANGES),
  territory.territories,
  territory.registerTerritory,
  ...of(territory.TERRITORY_CHANGES),
  person.people,
  person.peopleFile,
  person.person,
  person.registerPerson,
  ...of(person.PERSON_CHANGES),
  person.setAccount,
  person.changePassword,
  catalogue.categories,
  catalogue.addCategory,
  ...of(catalogue.CATEGORY_CHANGES),
  settings.settings,
  ...of(settings.SETTINGS_CHANGES),
  settings.calendarOfZone,
  dutyRoster.dutyRosters,
  dutyRoster.openDutyRoster,
  ...of(dutyRoster.DUTY_ROSTER_CHANGES),
  enterprise.enterprises,
  enterprise.enterprisesFile,
  enterprise.enterprise,
  enterprise.enterpriseTimeline,
  enterprise.registerEnterprise,
  ...of(enterprise.ENTERPRISE_CHANGES),
  visit.visits,
  visit.visitsFile,
  visit.visit,
  visit.planVisit,
  visit.recordVisit,
  ...of(visit.VISIT_CHANGES),
  policySession.policySessions,
  policySession.policySessionsFile,
  policySession.policySession,
  policySession.holdPolicySession,
  ...of(policySession.POLICY_SESSION_CHANGES),
  project.projects,
  project.projectsFile,
  project.project,
  project.registerProject,
  ...of(project.PROJECT_CHANGES),
  packages.packages,
  packages.packagesFile,
  packages.packageDetail,
  packages.openPackage,
  ...of(packages.PACKAGE_CHANGES),
  figures.figures,
  figures.figureRows,
  auditSearch,
];
