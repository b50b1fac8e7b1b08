import type { Access, Actor } from '../access/actor.ts';
import { grantsOf } from '../access/actor.ts';
import type { CommandContext } from '../access/command-context.ts';
import { isStaff, judge } from '../access/judge.ts';
import { BUSINESS_ROLES } from '../access/scope.ts';
import { allOf } from '../kernel/all-of.ts';
import { decideBy } from '../kernel/decide-by.ts';
import type { Recorded } from '../kernel/decider.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { DemandId, EnterpriseId, Id, PersonId, ProjectId, TerritoryId, VisitId } from '../kernel/ids.ts';
import { invariant } from '../kernel/invariant.ts';
import { LINE_LENGTH, NAME_LENGTH, NOTE_LENGTH, textProblem } from '../kernel/text.ts';
import type { LocalDate } from '../time/local-date.ts';

export type FindingId = Id<'finding'>;

export const VISIT_PURPOSES = ['theory', 'policy', 'service', 'problemSolving'] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/** Cadres go to parks, enterprises, projects, teams and workshops: a target is not always an enterprise. */
export type VisitTarget =
  | { readonly kind: 'enterprise'; readonly enterpriseId: EnterpriseId }
  | { readonly kind: 'site'; readonly enterpriseId: EnterpriseId; readonly siteId: Id<'site'> }
  | { readonly kind: 'workshop'; readonly enterpriseId: EnterpriseId; readonly name: string }
  | { readonly kind: 'institute'; readonly enterpriseId: EnterpriseId }
  | { readonly kind: 'project'; readonly projectId: ProjectId }
  | { readonly kind: 'territory'; readonly territoryId: TerritoryId }
  | { readonly kind: 'team'; readonly name: string };
export const VISIT_TARGET_KINDS = allOf<VisitTarget['kind']>()([
  'enterprise',
  'site',
  'workshop',
  'institute',
  'project',
  'territory',
  'team',
]);

/** Something learned on a visit; it may have become a demand. */
export type Finding = { readonly findingId: FindingId; readonly text: string; readonly demandId?: DemandId };

type Particulars = {
  readonly visitorIds: readonly PersonId[];
  readonly target: VisitTarget;
  readonly territoryId?: TerritoryId;
  readonly on: LocalDate;
  readonly purposes: readonly VisitPurpose[];
};

export type VisitEvent =
  | ({ readonly type: 'VisitPlanned'; readonly visitId: VisitId } & Particulars)
  | ({ readonly type: 'VisitRecorded'; readonly visitId: VisitId; readonly note?: string } & Particulars)
  | { readonly type: 'VisitMade'; readonly on: LocalDate; readonly note?: string }
  | { readonly type: 'VisitCorrected'; readonly purposes: readonly VisitPurpose[]; readonly note?: string }
  | { readonly type: 'FindingAdded'; readonly finding: Finding }
  | { readonly type: 'FindingLinked'; readonly findingId: FindingId; readonly demandId: DemandId }
  | { readonly type: 'VisitCancelled'; readonly reason: string };
export const VISIT_EVENT_TYPES = allOf<VisitEvent['type']>()([
  'VisitPlanned',
  'VisitRecorded',
  'VisitMade',
  'VisitCorrected',
  'FindingAdded',
  'FindingLinked',
  'VisitCancelled',
]);

export type VisitState = Particulars & {
  readonly id: VisitId;
  readonly note?: string;
  readonly findings: readonly Finding[];
  readonly progress:
    | { readonly kind: 'planned' }
    | { readonly kind: 'made' }
    | { readonly kind: 'cancelled'; readonly reason: string };
};

const particulars = ({ visitorIds, target, territoryId, on, purposes }: Particulars): Particulars => ({
  visitorIds,
  target,
  ...(territoryId === undefined ? {} : { territoryId }),
  on,
  purposes,
});

/** Folds one recorded event into a visit. */
export const evolve = (state: VisitState | undefined, event: Recorded<VisitEvent>): VisitState => {
  if (event.type === 'VisitPlanned')
    return { id: event.visitId, ...particulars(event), findings: [], progress: { kind: 'planned' } };
  if (event.type === 'VisitRecorded')
    return {
      id: event.visitId,
      ...particulars(event),
      note: event.note,
      findings: [],
      progress: { kind: 'made' },
    };
  invariant(state !== undefined, `${event.type} without a visit`);
  switch (event.type) {
    case 'VisitMade':
      return { ...state, on: event.on, note: event.note, progress: { kind: 'made' } };
    case 'VisitCorrected':
      return { ...state, purposes: event.purposes, note: event.note };
    case 'FindingAdded':
      return { ...state, findings: [...state.findings, event.finding] };
    case 'FindingLinked':
      return {
        ...state,
        findings: state.findings.map((finding) =>
          finding.findingId === event.findingId ? { ...finding, demandId: event.demandId } : finding,
        ),
      };
    case 'VisitCancelled':
      return { ...state, progress: { kind: 'cancelled', reason: event.reason } };
  }
};

export type VisitCommand =
  | ({ readonly type: 'PlanVisit'; readonly visitId: VisitId } & Particulars)
  /** A visit that was never planned, as a phone sends it: several days late perhaps, never twice. */
  | ({ readonly type: 'RecordVisit'; readonly visitId: VisitId; readonly note?: string } & Particulars)
  | { readonly type: 'MakeVisit'; readonly on: LocalDate; readonly note?: string }
  | { readonly type: 'CorrectVisit'; readonly purposes: readonly VisitPurpose[]; readonly note?: string }
  | {
      readonly type: 'AddFinding';
      readonly findingId: FindingId;
      readonly text: string;
      readonly demandId?: DemandId;
    }
  | { readonly type: 'LinkFinding'; readonly findingId: FindingId; readonly demandId: DemandId }
  | { readonly type: 'CancelVisit'; readonly reason: string };
export const VISIT_COMMAND_TYPES = allOf<VisitCommand['type']>()([
  'PlanVisit',
  'RecordVisit',
  'MakeVisit',
  'CorrectVisit',
  'AddFinding',
  'LinkFinding',
  'CancelVisit',
]);

export const VISIT_REFUSALS = [
  'visit.unknown',
  'visit.exists',
  'visit.text-invalid',
  'visit.no-visitor',
  'visit.visitor-unknown',
  'visit.no-purpose',
  'visit.target-unknown',
  'visit.in-future',
  'visit.in-past',
  'visit.not-made',
  'visit.not-planned',
  'visit.cancelled',
  'visit.finding-exists',
  'visit.finding-unknown',
  'visit.finding-linked',
  'visit.demand-unknown',
] as const;
export type VisitRefusal = (typeof VISIT_REFUSALS)[number];

export type VisitContext = CommandContext & {
  readonly targetExists: boolean;
  /** Of the visitors the command names, those that are active. */
  readonly activePersonIds: readonly PersonId[];
  /** The demand the command names is there, and of the enterprise that was visited, if one was. */
  readonly demandFits: boolean;
};

/** A demand of another enterprise is answered like one that is not there. */
const NO_SUCH_DEMAND = refused('visit.demand-unknown', { field: 'demandId' });

const textOf = (command: { readonly note?: string; readonly target?: VisitTarget }) => {
  const { target } = command;
  const name = target?.kind === 'workshop' || target?.kind === 'team' ? target.name : undefined;
  return textProblem({
    note: { value: command.note, limit: NOTE_LENGTH, optional: true },
    'target.name': { value: name, limit: NAME_LENGTH, optional: true },
  });
};

const objection = (command: Particulars & { readonly note?: string }, context: VisitContext) => {
  const text = textOf(command);
  if (text !== undefined) return refused('visit.text-invalid', text);
  if (command.visitorIds.length === 0) return refused('visit.no-visitor');
  if (!command.visitorIds.every((id) => context.activePersonIds.includes(id)))
    return refused('visit.visitor-unknown');
  if (command.purposes.length === 0) return refused('visit.no-purpose');
  return context.targetExists ? undefined : refused('visit.target-unknown');
};

/** Judges a command against a visit. */
export const decide = decideBy<
  VisitState,
  VisitCommand,
  VisitEvent,
  VisitRefusal,
  VisitContext,
  'PlanVisit' | 'RecordVisit'
>({
  missing: 'visit.unknown',
  existing: 'visit.exists',
  opening: {
    PlanVisit: (command, context) => {
      if (command.on < context.today) return refused('visit.in-past');
      return (
        objection(command, context) ??
        accepted({ type: 'VisitPlanned', visitId: command.visitId, ...particulars(command) })
      );
    },
    RecordVisit: (command, context) => {
      if (command.on > context.today) return refused('visit.in-future');
      return (
        objection(command, context) ??
        accepted({
          type: 'VisitRecorded',
          visitId: command.visitId,
          ...particulars(command),
          note: command.note,
        })
      );
    },
  },
  changing: {
    MakeVisit: (state, command, context) => {
      if (state.progress.kind !== 'planned') return refused('visit.not-planned');
      if (command.on > context.today) return refused('visit.in-future');
      const text = textOf(command);
      if (text !== undefined) return refused('visit.text-invalid', text);
      return accepted({ type: 'VisitMade', on: command.on, note: command.note });
    },
    CorrectVisit: (state, command) => {
      if (state.progress.kind === 'cancelled') return refused('visit.cancelled');
      const text = textOf(command);
      if (text !== undefined) return refused('visit.text-invalid', text);
      if (command.purposes.length === 0) return refused('visit.no-purpose');
      return accepted({ type: 'VisitCorrected', purposes: command.purposes, note: command.note });
    },
    AddFinding: (state, { findingId, text, demandId }, { demandFits }) => {
      if (state.progress.kind !== 'made') return refused('visit.not-made');
      const problem = textProblem({ text: { value: text, limit: NOTE_LENGTH } });
      if (problem !== undefined) return refused('visit.text-invalid', problem);
      if (state.findings.some((finding) => finding.findingId === findingId))
        return refused('visit.finding-exists');
      if (demandId !== undefined && !demandFits) return NO_SUCH_DEMAND;
      return accepted({ type: 'FindingAdded', finding: { findingId, text, demandId } });
    },
    LinkFinding: (state, { findingId, demandId }, { demandFits }) => {
      const finding = state.findings.find((candidate) => candidate.findingId === findingId);
      if (finding === undefined) return refused('visit.finding-unknown');
      if (finding.demandId !== undefined) return refused('visit.finding-linked');
      return demandFits ? accepted({ type: 'FindingLinked', findingId, demandId }) : NO_SUCH_DEMAND;
    },
    CancelVisit: (state, { reason }) => {
      if (state.progress.kind !== 'planned') return refused('visit.not-planned');
      const problem = textProblem({ reason: { value: reason, limit: LINE_LENGTH } });
      if (problem !== undefined) return refused('visit.text-invalid', problem);
      return accepted({ type: 'VisitCancelled', reason });
    },
  },
});

/** Business roles visit; a record is changed by its visitors and the desk of the place, and officers there link demands. */
export const visitAccess = (
  actor: Actor,
  commandType: VisitCommand['type'],
  state: VisitState | undefined,
): Access => {
  if (actor.kind === 'system') return 'allowed';
  const visits = grantsOf(actor, ...BUSINESS_ROLES).length > 0;
  if (state === undefined) return judge(visits, isStaff(actor));
  const { territoryId, visitorIds } = state;
  const there = grantsOf(
    actor,
    'desk',
    ...(commandType === 'LinkFinding' ? (['officer'] as const) : []),
  ).some((grant) => territoryId === undefined || grant.territoryIds.includes(territoryId));
  return judge(there || (visits && visitorIds.includes(actor.personId)), isStaff(actor));
};

/** What makes two visits visits of the same target: an enterprise counts once, whichever of its places was seen. */
export const visitTargetKey = (target: VisitTarget): string => {
  switch (target.kind) {
    case 'enterprise':
    case 'institute':
    case 'site':
    case 'workshop':
      return `enterprise:${target.enterpriseId}`;
    case 'project':
      return `project:${target.projectId}`;
    case 'territory':
      return `territory:${target.territoryId}`;
    case 'team':
      return `team:${target.name}`;
  }
};
