import { LINE_LENGTH } from '@xiaoer/domain/kernel/text';
import { INVESTMENTS, PROJECT_REFUSALS, PROJECT_STAGES } from '@xiaoer/domain/project/project';
import { z } from 'zod';
import { commandsOf, detailOf, listOf, named, nothing, optionalText } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';

const PATH = '/api/projects';
const { opening, changing } = commandsOf<'project'>({ path: PATH, refusals: PROJECT_REFUSALS });

const investment = z.enum(INVESTMENTS);
const stage = z.enum(PROJECT_STAGES);
const particulars = {
  name: text(NAME),
  investment,
  unitId: idOf<'organisation'>(),
  territoryId: idOf<'territory'>().optional(),
  enterpriseId: idOf<'enterprise'>().optional(),
  startTarget: localDate.optional(),
};

const projectItem = {
  id: idOf<'project'>(),
  version: z.number().int(),
  name: z.string(),
  investment,
  stage,
  since: localDate,
  unitId: idOf<'organisation'>(),
  territoryId: idOf<'territory'>().nullable(),
  enterprise: named<'enterprise'>().nullable(),
  startTarget: localDate.nullable(),
  papersComplete: z.boolean(),
  inLibrary: z.boolean(),
};

export const PROJECT_SORTS = ['name', 'stage', 'since', 'startTarget'] as const;

export const { page: projects, file: projectsFile } = listOf(PATH, {
  summary: 'Projects, by pinyin.',
  rule: 'project.read',
  sorts: PROJECT_SORTS,
  query: {
    /** Part of the name, or the first letters of its pinyin. */
    q: z.string().trim().max(100).optional(),
    stage: stage.optional(),
    investment: investment.optional(),
    unit: idOf<'organisation'>().optional(),
    territory: idOf<'territory'>().optional(),
    enterprise: idOf<'enterprise'>().optional(),
    inLibrary: z.stringbool().optional(),
  },
  item: z.strictObject(projectItem),
});

export const project = detailOf(PATH, {
  id: idOf<'project'>(),
  summary: 'A project with the stages it has gone through.',
  rule: 'project.read',
  response: z.strictObject({
    ...projectItem,
    stages: z.array(z.strictObject({ stage, since: localDate, reason: z.string().nullable() })),
    dropped: z.strictObject({ since: localDate, reason: z.string() }).nullable(),
  }),
});

export const registerProject = opening('RegisterProject', {
  summary: 'Register a project at the stage it has reached.',
  body: z.strictObject({ ...particulars, stage, since: localDate, papersComplete: z.boolean() }),
});

export const PROJECT_CHANGES = {
  CorrectProject: changing('CorrectProject', {
    verb: 'correct',
    summary: 'Correct what was registered.',
    body: z.strictObject(particulars),
  }),
  MoveProjectToStage: changing('MoveProjectToStage', {
    verb: 'move',
    summary: 'It reached a stage; going back needs a reason.',
    body: z.strictObject({ stage, since: localDate, reason: optionalText(LINE_LENGTH) }),
  }),
  JudgeProjectPapers: changing('JudgeProjectPapers', {
    verb: 'judge-papers',
    summary: 'Say whether its formalities are complete.',
    body: z.strictObject({ papersComplete: z.boolean() }),
  }),
  DropProject: changing('DropProject', {
    verb: 'drop',
    summary: 'It leaves the library of projects.',
    body: z.strictObject({ reason: text(LINE_LENGTH) }),
  }),
  TakeUpProjectAgain: changing('TakeUpProjectAgain', {
    verb: 'take-up',
    summary: 'It is back in the library.',
    body: nothing,
  }),
};
