import type { Access, Actor } from '../access/actor.ts';
import { grantsOf } from '../access/actor.ts';
import type { CommandContext } from '../access/command-context.ts';
import { isStaff, judge } from '../access/judge.ts';
import { allOf } from '../kernel/all-of.ts';
import { decideBy } from '../kernel/decide-by.ts';
import type { Recorded } from '../kernel/decider.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { EnterpriseId, OrganisationId, ProjectId, TerritoryId } from '../kernel/ids.ts';
import { invariant } from '../kernel/invariant.ts';
import { LINE_LENGTH, NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { LocalDate } from '../time/local-date.ts';

export const INVESTMENTS = ['enterprise', 'government'] as const;
export type Investment = (typeof INVESTMENTS)[number];

/** From first talks to full production (product section 4), in order. */
export const PROJECT_STAGES = [
  'talks',
  'intended',
  'contract',
  'projectApproval',
  'land',
  'start',
  'toppedOut',
  'worksComplete',
  'acceptance',
  'certificate',
  'trialProduction',
  'production',
  'aboveScale',
  'fullCapacity',
] as const;
export type ProjectStage = (typeof PROJECT_STAGES)[number];

type Particulars = {
  readonly name: string;
  readonly investment: Investment;
  readonly unitId: OrganisationId;
  readonly territoryId?: TerritoryId;
  readonly enterpriseId?: EnterpriseId;
  /** The day by which it is meant to start; early projects are pushed towards it. */
  readonly startTarget?: LocalDate;
};

export type ProjectEvent =
  | ({
      readonly type: 'ProjectRegistered';
      readonly projectId: ProjectId;
      readonly stage: ProjectStage;
      readonly since: LocalDate;
      readonly papersComplete: boolean;
    } & Particulars)
  | ({ readonly type: 'ProjectCorrected' } & Particulars)
  | {
      readonly type: 'ProjectStageReached';
      readonly stage: ProjectStage;
      readonly since: LocalDate;
      readonly reason?: string;
    }
  | { readonly type: 'ProjectPapersJudged'; readonly papersComplete: boolean }
  | { readonly type: 'ProjectDropped'; readonly on: LocalDate; readonly reason: string }
  | { readonly type: 'ProjectTakenUpAgain' };
export const PROJECT_EVENT_TYPES = allOf<ProjectEvent['type']>()([
  'ProjectRegistered',
  'ProjectCorrected',
  'ProjectStageReached',
  'ProjectPapersJudged',
  'ProjectDropped',
  'ProjectTakenUpAgain',
]);

export type ProjectState = Particulars & {
  readonly id: ProjectId;
  readonly stage: ProjectStage;
  readonly since: LocalDate;
  readonly papersComplete: boolean;
  readonly standing:
    | { readonly inLibrary: true }
    | { readonly inLibrary: false; readonly since: LocalDate; readonly reason: string };
};

const particulars = (from: Particulars): Particulars => ({
  name: from.name,
  investment: from.investment,
  unitId: from.unitId,
  territoryId: from.territoryId,
  enterpriseId: from.enterpriseId,
  startTarget: from.startTarget,
});

/** Folds one recorded event into a project. */
export const evolve = (state: ProjectState | undefined, event: Recorded<ProjectEvent>): ProjectState => {
  if (event.type === 'ProjectRegistered') {
    const { projectId: id, stage, since, papersComplete } = event;
    return { id, ...particulars(event), stage, since, papersComplete, standing: { inLibrary: true } };
  }
  invariant(state !== undefined, `${event.type} without a project`);
  switch (event.type) {
    case 'ProjectCorrected':
      return { ...state, ...particulars(event) };
    case 'ProjectStageReached':
      return { ...state, stage: event.stage, since: event.since };
    case 'ProjectPapersJudged':
      return { ...state, papersComplete: event.papersComplete };
    case 'ProjectDropped':
      return { ...state, standing: { inLibrary: false, since: event.on, reason: event.reason } };
    case 'ProjectTakenUpAgain':
      return { ...state, standing: { inLibrary: true } };
  }
};

export type ProjectCommand =
  | ({
      readonly type: 'RegisterProject';
      readonly projectId: ProjectId;
      readonly stage: ProjectStage;
      readonly since: LocalDate;
      readonly papersComplete: boolean;
    } & Particulars)
  | ({ readonly type: 'CorrectProject' } & Particulars)
  /** Going back a stage needs a reason. */
  | {
      readonly type: 'MoveProjectToStage';
      readonly stage: ProjectStage;
      readonly since: LocalDate;
      readonly reason?: string;
    }
  | { readonly type: 'JudgeProjectPapers'; readonly papersComplete: boolean }
  | { readonly type: 'DropProject'; readonly reason: string }
  | { readonly type: 'TakeUpProjectAgain' };
export const PROJECT_COMMAND_TYPES = allOf<ProjectCommand['type']>()([
  'RegisterProject',
  'CorrectProject',
  'MoveProjectToStage',
  'JudgeProjectPapers',
  'DropProject',
  'TakeUpProjectAgain',
]);

export const PROJECT_REFUSALS = [
  'project.unknown',
  'project.exists',
  'project.text-invalid',
  'project.unit-unknown',
  'project.territory-unknown',
  'project.enterprise-unknown',
  'project.since-in-future',
  'project.since-before-last-stage',
  'project.back-without-reason',
  'project.dropped',
  'project.not-dropped',
  'project.unchanged',
] as const;
export type ProjectRefusal = (typeof PROJECT_REFUSALS)[number];

export type ProjectContext = CommandContext & {
  /** Of the units, territories and enterprises the command names, those that exist and are active. */
  readonly activeUnitIds: readonly OrganisationId[];
  readonly activeTerritoryIds: readonly TerritoryId[];
  readonly knownEnterpriseIds: readonly EnterpriseId[];
};

/** What stands in the record already stays when a correction repeats it, though it was closed or has left since. */
const isKnown = <Id>(id: Id | undefined, known: readonly Id[], before: Id | undefined): boolean =>
  id === undefined || id === before || known.includes(id);

const objection = (command: Particulars, context: ProjectContext, before?: Particulars) => {
  const text = textProblem({ name: { value: command.name, limit: NAME_LENGTH } });
  if (text !== undefined) return refused('project.text-invalid', text);
  if (!isKnown(command.unitId, context.activeUnitIds, before?.unitId))
    return refused('project.unit-unknown', { field: 'unitId' });
  if (!isKnown(command.territoryId, context.activeTerritoryIds, before?.territoryId))
    return refused('project.territory-unknown', { field: 'territoryId' });
  if (!isKnown(command.enterpriseId, context.knownEnterpriseIds, before?.enterpriseId))
    return refused('project.enterprise-unknown', { field: 'enterpriseId' });
  return undefined;
};

/** Judges a command against a project. */
export const decide = decideBy<
  ProjectState,
  ProjectCommand,
  ProjectEvent,
  ProjectRefusal,
  ProjectContext,
  'RegisterProject'
>({
  missing: 'project.unknown',
  existing: 'project.exists',
  opening: {
    RegisterProject: (command, context) => {
      const { projectId, stage, since, papersComplete } = command;
      if (since > context.today) return refused('project.since-in-future');
      return (
        objection(command, context) ??
        accepted({
          type: 'ProjectRegistered',
          projectId,
          stage,
          since,
          papersComplete,
          ...particulars(command),
        })
      );
    },
  },
  changing: {
    CorrectProject: (state, command, context) => {
      if (!state.standing.inLibrary) return refused('project.dropped');
      return (
        objection(command, context, state) ?? accepted({ type: 'ProjectCorrected', ...particulars(command) })
      );
    },
    MoveProjectToStage: (state, { stage, since, reason }, context) => {
      if (!state.standing.inLibrary) return refused('project.dropped');
      if (stage === state.stage) return refused('project.unchanged');
      if (since > context.today) return refused('project.since-in-future');
      if (since < state.since) return refused('project.since-before-last-stage', { since: state.since });
      const back = PROJECT_STAGES.indexOf(stage) < PROJECT_STAGES.indexOf(state.stage);
      if (back && reason === undefined) return refused('project.back-without-reason');
      const text = textProblem({ reason: { value: reason, limit: LINE_LENGTH, optional: true } });
      if (text !== undefined) return refused('project.text-invalid', text);
      return accepted({ type: 'ProjectStageReached', stage, since, reason });
    },
    JudgeProjectPapers: (state, { papersComplete }) => {
      if (!state.standing.inLibrary) return refused('project.dropped');
      if (papersComplete === state.papersComplete) return refused('project.unchanged');
      return accepted({ type: 'ProjectPapersJudged', papersComplete });
    },
    DropProject: (state, { reason }, context) => {
      if (!state.standing.inLibrary) return refused('project.dropped');
      const text = textProblem({ reason: { value: reason, limit: LINE_LENGTH } });
      if (text !== undefined) return refused('project.text-invalid', text);
      return accepted({ type: 'ProjectDropped', on: context.today, reason });
    },
    TakeUpProjectAgain: (state) =>
      state.standing.inLibrary ? refused('project.not-dropped') : accepted({ type: 'ProjectTakenUpAgain' }),
  },
});

/** The desk and the heads and handlers of its unit; officers in its territory. */
export const projectAccess = (
  actor: Actor,
  _commandType: ProjectCommand['type'],
  state: ProjectState | undefined,
): Access => {
  if (actor.kind === 'system') return 'allowed';
  const byUnit = grantsOf(actor, 'desk', 'unit-head', 'handler');
  const byTerritory = grantsOf(actor, 'desk', 'officer');
  if (state === undefined) return judge(byUnit.length + byTerritory.length > 0, isStaff(actor));
  const { territoryId } = state;
  const reaches =
    byUnit.some((grant) => grant.organisationIds.includes(state.unitId)) ||
    (territoryId !== undefined && byTerritory.some((grant) => grant.territoryIds.includes(territoryId)));
  return judge(reaches, isStaff(actor));
};
