import { grantsOf, hasRole, type Access, type Actor } from './access/actor.ts';
import { isStaff, judge } from './access/judge.ts';
import { SUMMING_ROLES } from './access/role.ts';
import { BUSINESS_ROLES, dataScope, type Whereabouts } from './access/scope.ts';
import { CATEGORY_COMMAND_TYPES, type CategoryCommand } from './catalogue/commands.ts';
import { categoryAccess } from './catalogue/permissions.ts';
import type { CategoryState } from './catalogue/state.ts';
import { COMMAND_TYPES as DEMAND_COMMAND_TYPES, type DemandCommandType } from './demand/commands.ts';
import { demandAccess, demandReadAccess } from './demand/permissions.ts';
import type { Demand } from './demand/state.ts';
import {
  DUTY_ROSTER_COMMAND_TYPES,
  dutyRosterAccess,
  type DutyRosterCommand,
  type DutyRosterState,
} from './duty-roster/duty-roster.ts';
import { ENTERPRISE_COMMAND_TYPES, type EnterpriseCommand } from './enterprise/commands.ts';
import { enterpriseAccess } from './enterprise/permissions.ts';
import type { EnterpriseState } from './enterprise/state.ts';
import { allOf } from './kernel/all-of.ts';
import { ORGANISATION_COMMAND_TYPES, type OrganisationCommand } from './organisation/commands.ts';
import { organisationAccess } from './organisation/permissions.ts';
import type { OrganisationState } from './organisation/state.ts';
import { PERSON_COMMAND_TYPES, type PersonCommand } from './person/commands.ts';
import { personAccess } from './person/permissions.ts';
import type { PersonState } from './person/state.ts';
import {
  POLICY_SESSION_COMMAND_TYPES,
  policySessionAccess,
  type PolicySessionCommand,
  type PolicySessionState,
} from './policy-session/policy-session.ts';
import {
  PROJECT_COMMAND_TYPES,
  projectAccess,
  type ProjectCommand,
  type ProjectState,
} from './project/project.ts';
import { SETTINGS_COMMAND_TYPES, type SettingsCommand } from './settings/commands.ts';
import { settingsAccess } from './settings/permissions.ts';
import type { SettingsState } from './settings/state.ts';
import { TERRITORY_COMMAND_TYPES, type TerritoryCommand } from './territory/commands.ts';
import { territoryAccess } from './territory/permissions.ts';
import type { TerritoryState } from './territory/state.ts';
import { VISIT_COMMAND_TYPES, visitAccess, type VisitCommand, type VisitState } from './visit/visit.ts';

type Rule<Subject> = (actor: Actor, subject: Subject | undefined) => Access;
type CommandRules<Type extends string, State> = Readonly<Record<Type, Rule<State>>>;

const rules = <Type extends string, State>(
  types: readonly Type[],
  access: (actor: Actor, type: Type, state: State | undefined) => Access,
): CommandRules<Type, State> =>
  Object.fromEntries(
    types.map((type): [Type, Rule<State>] => [type, (actor, state) => access(actor, type, state)]),
  ) as CommandRules<Type, State>;

type AllCommandRules = CommandRules<DemandCommandType, Demand> &
  CommandRules<OrganisationCommand['type'], OrganisationState> &
  CommandRules<TerritoryCommand['type'], TerritoryState> &
  CommandRules<PersonCommand['type'], PersonState> &
  CommandRules<EnterpriseCommand['type'], EnterpriseState> &
  CommandRules<CategoryCommand['type'], CategoryState> &
  CommandRules<SettingsCommand['type'], SettingsState> &
  CommandRules<DutyRosterCommand['type'], DutyRosterState> &
  CommandRules<VisitCommand['type'], VisitState> &
  CommandRules<PolicySessionCommand['type'], PolicySessionState> &
  CommandRules<ProjectCommand['type'], ProjectState>;

const COMMAND_RULES: AllCommandRules = {
  ...rules(DEMAND_COMMAND_TYPES, demandAccess),
  ...rules(ORGANISATION_COMMAND_TYPES, organisationAccess),
  ...rules(TERRITORY_COMMAND_TYPES, territoryAccess),
  ...rules(PERSON_COMMAND_TYPES, personAccess),
  ...rules(ENTERPRISE_COMMAND_TYPES, enterpriseAccess),
  ...rules(CATEGORY_COMMAND_TYPES, categoryAccess),
  ...rules(SETTINGS_COMMAND_TYPES, settingsAccess),
  ...rules(DUTY_ROSTER_COMMAND_TYPES, dutyRosterAccess),
  ...rules(VISIT_COMMAND_TYPES, visitAccess),
  ...rules(POLICY_SESSION_COMMAND_TYPES, policySessionAccess),
  ...rules(PROJECT_COMMAND_TYPES, projectAccess),
};

export type ReadAction =
  | 'demand.read'
  | 'list.export'
  | 'enterprise.read'
  | 'visit.read'
  | 'policySession.read'
  | 'project.read'
  | 'directory.read'
  | 'person.read'
  | 'settings.read'
  | 'figures.read'
  | 'audit.read';
export const READ_ACTIONS = allOf<ReadAction>()([
  'demand.read',
  'list.export',
  'enterprise.read',
  'visit.read',
  'policySession.read',
  'project.read',
  'directory.read',
  'person.read',
  'settings.read',
  'figures.read',
  'audit.read',
]);

const isBusiness = (actor: Actor): boolean =>
  actor.kind === 'system' || hasRole(actor, ...BUSINESS_ROLES, 'inspector');

const isContactOf = (actor: Actor, where: Whereabouts | undefined): boolean =>
  where?.enterpriseId !== undefined &&
  grantsOf(actor, 'enterprise').some((grant) => grant.enterpriseId === where.enterpriseId);

/** A list may be asked for by whoever has any scope at all; it then holds what the scope reaches. */
const listing = (actor: Actor): Access => judge(dataScope(actor).kind !== 'none', isStaff(actor));

const staff: Rule<Whereabouts> = (actor) => judge(isStaff(actor), false);
const business: Rule<Whereabouts> = (actor) => judge(isBusiness(actor), isStaff(actor));

/** The whole zone's for business roles; for contacts only what is their enterprise's. */
const businessOrOwn: Rule<Whereabouts> = (actor, where) =>
  judge(
    isBusiness(actor) || (where === undefined ? hasRole(actor, 'enterprise') : isContactOf(actor, where)),
    isStaff(actor),
  );

const summing: Rule<Whereabouts> = (actor) =>
  judge(actor.kind === 'system' || hasRole(actor, ...SUMMING_ROLES), isStaff(actor));

const auditing: Rule<Whereabouts> = (actor) =>
  judge(actor.kind === 'system' || hasRole(actor, 'inspector'), isStaff(actor));

/** Phone numbers and mail addresses: whoever does business with people, the administrator, and everybody their own. */
const personal: Rule<Whereabouts> = (actor, where) => {
  const own = actor.kind === 'person' && (where?.personIds?.includes(actor.personId) ?? false);
  return judge(isBusiness(actor) || hasRole(actor, 'admin') || own, isStaff(actor));
};

const READ_RULES: {
  readonly [Asked in ReadAction]: Rule<Asked extends 'demand.read' ? Demand : Whereabouts>;
} = {
  'demand.read': (actor, demand) => (demand === undefined ? listing(actor) : demandReadAccess(actor, demand)),
  'list.export': summing,
  'enterprise.read': businessOrOwn,
  'visit.read': business,
  'policySession.read': business,
  'project.read': businessOrOwn,
  'directory.read': staff,
  'person.read': personal,
  'settings.read': staff,
  'figures.read': business,
  'audit.read': auditing,
};

const RULES = { ...COMMAND_RULES, ...READ_RULES };

/** Everything anybody may ask to do. */
export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as readonly Action[];

/** What the question is about: the state of the record, or for reading where it lies. None yet, or a list: undefined. */
export type SubjectOf<Asked extends Action> = Parameters<(typeof RULES)[Asked]>[1];

/** May the actor do this to the subject? Deny by default; hidden where its existence is a secret. */
export const may = <Asked extends Action>(actor: Actor, action: Asked, subject: SubjectOf<Asked>): Access =>
  (RULES[action] as Rule<SubjectOf<Asked>>)(actor, subject);
