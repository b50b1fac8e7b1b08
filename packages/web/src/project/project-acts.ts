import { project, PROJECT_CHANGES as CHANGES, projects, registerProject } from '@xiaoer/contract/project';
import type { Role } from '@xiaoer/domain/access/role';
import { INVESTMENTS, PROJECT_STAGES } from '@xiaoer/domain/project/project';
import type { ProjectStage } from '@xiaoer/domain/project/project';
import type { AnswerBody } from '../lib/client/call.ts';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { projectTexts } from '../lib/messages/project-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { useNavigateTo } from '../ui/anchor.tsx';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';

export type ProjectRow = AnswerBody<typeof projects>['items'][number];
export type ProjectRecord = AnswerBody<typeof project>;

/** Who is offered to keep projects; the server decides. */
export const KEEPERS: readonly Role[] = ['desk', 'unit-head', 'handler', 'officer'];

function useParticulars(enterprise?: ProjectRecord['enterprise']) {
  const t = useTexts(projectTexts);
  const { choices } = useZoneWords();
  return [
    { kind: 'text', name: 'name', label: t('name'), required: true, longest: 200 },
    {
      kind: 'chips',
      name: 'investment',
      label: t('investment'),
      required: true,
      choices: choices('investment', INVESTMENTS),
    },
    { kind: 'one', name: 'unitId', label: t('unit'), required: true, source: sources.units },
    { kind: 'one', name: 'territoryId', label: t('territory'), source: sources.territories },
    {
      kind: 'one',
      name: 'enterpriseId',
      label: t('enterprise'),
      source: sources.enterprises,
      known: enterprise ? { value: enterprise.id, label: enterprise.name } : undefined,
    },
    { kind: 'day', name: 'startTarget', label: t('startTarget') },
  ] as const;
}

function useStage() {
  const t = useTexts(projectTexts);
  const { choices } = useZoneWords();
  return [
    {
      kind: 'choice',
      name: 'stage',
      label: t('stage'),
      required: true,
      choices: choices('projectStage', PROJECT_STAGES),
    },
    { kind: 'day', name: 'since', label: t('stageSince'), required: true },
  ] as const;
}

/** Registering a project at the stage it has reached. */
export function useRegisterProject(): Act {
  const t = useTexts(projectTexts);
  const change = useChange();
  const go = useNavigateTo();
  const today = useToday();
  return act({
    key: 'register',
    label: t('register'),
    fields: [
      ...useParticulars(),
      ...useStage(),
      { kind: 'yes', name: 'papersComplete', label: t('papersComplete') },
    ],
    initial: { investment: 'enterprise', since: today },
    send: change(registerProject, { after: ({ id }) => go(`/projects/${id}`) }),
  });
}

const isBehind = (stage: unknown, now: ProjectStage): boolean =>
  typeof stage === 'string' &&
  stage !== '' &&
  PROJECT_STAGES.indexOf(stage as ProjectStage) < PROJECT_STAGES.indexOf(now);

/** What may be done with a project; the first is the main one. */
export function useProjectActs(record: ProjectRecord): readonly Act[] {
  const t = useTexts(projectTexts);
  const change = useChange();
  const today = useToday();
  const on = { params: { id: record.id }, ifMatch: record.version };
  const next = PROJECT_STAGES[PROJECT_STAGES.indexOf(record.stage) + 1] ?? record.stage;
  const particulars = useParticulars(record.enterprise);
  const stageFields = useStage();
  if (!record.inLibrary)
    return [
      act({ key: 'takeUp', label: t('takeUp'), fields: [], send: change(CHANGES.TakeUpProjectAgain, on) }),
    ];
  return [
    act({
      key: 'move',
      label: t('move'),
      lead: t('moveLead'),
      fields: [
        ...stageFields,
        {
          kind: 'text',
          name: 'reason',
          label: t('backReason'),
          required: true,
          longest: 500,
          when: ({ stage }) => isBehind(stage, record.stage),
        },
      ],
      initial: { stage: next, since: today },
      send: change(CHANGES.MoveProjectToStage, on),
    }),
    act({
      key: 'correct',
      label: t('correct'),
      fields: particulars,
      initial: {
        name: record.name,
        investment: record.investment,
        unitId: record.unitId,
        territoryId: record.territoryId ?? '',
        enterpriseId: record.enterprise?.id ?? '',
        startTarget: record.startTarget ?? '',
      },
      send: change(CHANGES.CorrectProject, on),
    }),
    act({
      key: 'papers',
      label: t(record.papersComplete ? 'judgeLacking' : 'judgeComplete'),
      lead: t(record.papersComplete ? 'lackingLead' : 'completeLead'),
      fields: [],
      send: change(CHANGES.JudgeProjectPapers, {
        ...on,
        fixed: { papersComplete: !record.papersComplete },
      }),
    }),
    act({
      key: 'drop',
      label: t('drop'),
      lead: t('dropLead'),
      grave: true,
      fields: [{ kind: 'text', name: 'reason', label: t('reason'), required: true, longest: 500 }],
      send: change(CHANGES.DropProject, on),
    }),
  ];
}
