import { grantsOf, type Access, type Actor, type Grant, type PersonActor } from '../access/actor.ts';
import type { Role } from '../access/role.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import type { DemandCommandType } from './commands.ts';
import type { Holder } from './parts.ts';
import type { Demand } from './state.ts';

/** Whether an actor may give a command on a demand the actor may see. */
type Rule = (actor: Actor, demand: Demand) => boolean;

const STAFF = ['officer', 'handler', 'unit-head', 'desk', 'leader', 'guide'] as const;

/** Units with a part in the demand: an organisation's reach over any of them reaches the demand. */
const unitsOf = (demand: Demand): readonly OrganisationId[] => [
  demand.owner.unitId,
  demand.firstContact.unitId,
  ...(demand.lead === undefined ? [] : [demand.lead.unitId]),
  ...demand.tasks.map(({ to }) => to.unitId),
  ...demand.handledBy.map(({ unitId }) => unitId),
  ...demand.instructions.flatMap(({ to }) => (to === undefined ? [] : [to.unitId])),
  ...demand.notices.flatMap((notice) => (notice.kind === 'ladder' ? [] : [notice.to.unitId])),
];

const reaches = (grant: Grant, demand: Demand): boolean =>
  grant.territoryIds.includes(demand.particulars.territoryId) ||
  unitsOf(demand).some((unitId) => unitId === grant.unitId || grant.organisationIds.includes(unitId));

/** The actor, or the person the actor stands in for. */
const isPerson = (actor: Actor, holder: Holder): boolean =>
  actor.kind === 'person' &&
  holder.personId !== undefined &&
  (actor.personId === holder.personId ||
    actor.grants.some(({ onBehalfOf }) => onBehalfOf === holder.personId));

const inUnit = (actor: Actor, unitId: OrganisationId, roles: readonly Role[]): boolean =>
  grantsOf(actor, ...roles).some((grant) => grant.unitId === unitId);

const within =
  (...roles: readonly Role[]): Rule =>
  (actor, demand) =>
    grantsOf(actor, ...roles).some((grant) => reaches(grant, demand));

const desk = within('desk');
const leader = within('leader');
const inspector = within('inspector');
const staff = within(...STAFF);
const anyStaff = within(...STAFF, 'inspector');
const asker: Rule = (actor, demand) =>
  grantsOf(actor, 'enterprise').some(({ enterpriseId }) => enterpriseId === demand.enterpriseId);
const owner: Rule = (actor, demand) =>
  isPerson(actor, demand.owner) || inUnit(actor, demand.owner.unitId, ['handler', 'unit-head']);
const leadUnit: Rule = (actor, demand) =>
  demand.lead !== undefined && inUnit(actor, demand.lead.unitId, ['handler', 'unit-head']);
const leadHead: Rule = (actor, demand) =>
  demand.lead !== undefined && inUnit(actor, demand.lead.unitId, ['unit-head']);
const taskHolder: Rule = (actor, demand) =>
  demand.tasks.some(({ to }) => isPerson(actor, to) || inUnit(actor, to.unitId, ['handler', 'unit-head']));
const instructed: Rule = (actor, demand) =>
  demand.instructions.some(
    ({ to }) =>
      to !== undefined && (isPerson(actor, to) || inUnit(actor, to.unitId, ['handler', 'unit-head'])),
  );
const notified: Rule = (actor, demand) =>
  demand.notices.some(
    (notice) =>
      notice.kind !== 'ladder' &&
      (isPerson(actor, notice.to) || inUnit(actor, notice.to.unitId, ['handler', 'unit-head'])),
  );
const system: Rule = (actor) => actor.kind === 'system';
/** Inspectors see all of the zone, as their lists do. */
const anyInspector: Rule = (actor) => grantsOf(actor, 'inspector').length > 0;

const any =
  (...rules: readonly Rule[]): Rule =>
  (actor, demand) =>
    rules.some((rule) => rule(actor, demand));

const working = any(owner, leadUnit);
const workingOrDesk = any(working, desk);

/** Roles of product section 1, command by command. Registering is judged by role alone: see `canRegister`. */
const MAY: { readonly [Type in Exclude<DemandCommandType, 'RegisterDemand' | 'SettleOnTheSpot'>]: Rule } = {
  EditDemand: workingOrDesk,
  AddSupplement: any(asker, workingOrDesk),
  DecideRemit: desk,
  RouteDemand: any(owner, desk),
  AcceptDemand: leadUnit,
  DeclineDemand: leadHead,
  /** The program hands over what somebody leaves behind. */
  HandOverDemand: any(system, workingOrDesk),
  ConcludeConsultation: any(desk, leader),
  RecordContact: workingOrDesk,
  MakePlan: leadUnit,
  CompleteStep: leadUnit,
  RecordSiteVisit: staff,
  FormTaskForce: any(leadUnit, desk, leader),
  CompareOptions: leadUnit,
  ChooseOption: any(leadUnit, leader),
  AddNote: anyStaff,
  TellEnterprise: workingOrDesk,
  AddFollowUp: workingOrDesk,
  GiveTask: any(leadUnit, desk),
  CompleteTask: any(taskHolder, desk),
  CancelTask: any(leadUnit, desk),
  AskEnterprise: workingOrDesk,
  CompleteEnterpriseTask: any(asker, workingOrDesk),
  CancelEnterpriseTask: workingOrDesk,
  ReferDemand: desk,
  /** The one-time link has no account: the server vouches for it. */
  FileOutsideAnswer: any(system, owner, desk),
  RecallReferral: desk,
  ReportUpwards: workingOrDesk,
  /** The desk files an instruction that came on paper. */
  GiveInstruction: any(leader, desk),
  CarryOutInstruction: any(instructed, workingOrDesk),
  MarkSeen: any(leader, desk),
  ReclassifyDemand: desk,
  PauseClock: workingOrDesk,
  ResumeClock: any(system, workingOrDesk),
  AskExtension: leadUnit,
  GrantExtension: any(desk, leader),
  RefuseExtension: any(desk, leader),
  GiveInterimAnswer: leadHead,
  SubmitAnswer: (actor, demand) =>
    demand.status === 'referred' ? workingOrDesk(actor, demand) : leadUnit(actor, demand),
  ApproveAnswer: leadHead,
  ReturnAnswer: leadHead,
  GiveVerdict: asker,
  OpenCallBack: any(system, desk),
  RecordCallBack: within('desk', 'officer', 'inspector'),
  DetermineFinally: leader,
  WithdrawDemand: any(asker, workingOrDesk),
  MergeDemand: desk,
  AbsorbDemand: system,
  LinkRecurrence: any(owner, desk),
  JoinPackage: system,
  LeavePackage: system,
  RecordSubDemand: system,
  RecordSubDemandClosed: system,
  RecordReturnVisit: within('desk', 'officer', 'leader', 'guide'),
  ReviewConditions: workingOrDesk,
  ReopenDemand: desk,
  ClimbLadder: system,
  RemindUnit: desk,
  IssueSupervisionNotice: inspector,
  AnswerSupervisionNotice: any(working, notified, staff),
  AcknowledgeNotice: anyStaff,
  SetConfidential: any(owner, desk),
  LiftConfidentiality: desk,
};

const canRegister = (actor: Actor, type: DemandCommandType): boolean => {
  if (type === 'RegisterDemand') return grantsOf(actor, ...STAFF, 'enterprise').length > 0;
  return type === 'SettleOnTheSpot' && grantsOf(actor, ...STAFF).length > 0;
};

/** The people and units an actor belongs to or acts for: what is about one of them is about the actor. */
export const standingFor = ({ personId, unitId, grants }: PersonActor) => ({
  personIds: [personId, ...grants.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])],
  unitIds: [unitId, ...grants.map((grant) => grant.unitId)].flatMap((id) => id ?? []),
});

/** A demand about a unit or an officer does not exist for them, whichever other role they hold. */
export const isKeptFrom = (actor: Actor, { hiding }: Demand): boolean => {
  if (hiding === undefined || actor.kind === 'system') return false;
  const { personIds, unitIds } = standingFor(actor);
  return (
    personIds.some((personId) => hiding.personIds.includes(personId)) ||
    unitIds.some((unitId) => hiding.unitIds.includes(unitId))
  );
};

/** Who may read a demand; everyone else is told that there is none. */
export const demandReadAccess = (actor: Actor, demand: Demand): Exclude<Access, 'forbidden'> => {
  if (isKeptFrom(actor, demand)) return 'hidden';
  const readable = any(system, asker, anyInspector, staff, owner, leadUnit, taskHolder, instructed, notified);
  return readable(actor, demand) ? 'allowed' : 'hidden';
};

/** Whether an actor who may read the demand, or registers one, may give the command. */
export const mayCommand = (actor: Actor, type: DemandCommandType, demand: Demand | undefined): boolean => {
  if (type === 'RegisterDemand' || type === 'SettleOnTheSpot') return canRegister(actor, type);
  return demand !== undefined && MAY[type](actor, demand);
};

/** Who may give a command of this type on this demand. */
export const demandAccess = (actor: Actor, type: DemandCommandType, demand: Demand | undefined): Access => {
  const registers = type === 'RegisterDemand' || type === 'SettleOnTheSpot';
  const exists = demand !== undefined && demandReadAccess(actor, demand) === 'allowed';
  if (!registers && !exists) return 'hidden';
  return mayCommand(actor, type, demand) ? 'allowed' : 'forbidden';
};
