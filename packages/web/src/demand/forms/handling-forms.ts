import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { FEASIBILITIES, FOLLOW_UP_KINDS, OUTSIDE_ANSWER_VIAS, RISKS } from '@xiaoer/domain/demand/vocabulary';
import { comparedOptions, leaders, openEnterpriseTasks, openInstructions } from './choices.ts';
import { everybody, openSteps, openTasks } from './choices.ts';
import { area, attached, chips, day, dayToday, find, line, maybe, number, pick, rows } from './fields.ts';
import { several, unitAndPerson, unitMaybePerson, yuan } from './fields.ts';
import { formOf, nothingToFill } from './form.ts';
import type { BodyOfChange, DemandForm } from './form.ts';
import { TASK_COLUMNS } from './intake-forms.ts';

type Forms<Types extends DemandChange> = { readonly [Type in Types]: DemandForm<BodyOfChange<Type>> };

const myself = ({ personId }: { readonly personId: string }) => [personId];
const firstStep = () => [{ text: '', due: '' }];
const twoOptions = () => [
  { title: '', costToEnterpriseFen: '0', days: '', feasibility: '', risk: '', note: '' },
  { title: '', costToEnterpriseFen: '0', days: '', feasibility: '', risk: '', note: '' },
];

/** How it is worked on: contact, plan, visits, options, tasks, other bodies, leaders. */
export const HANDLING_FORMS: Forms<
  | 'RecordContact'
  | 'MakePlan'
  | 'CompleteStep'
  | 'RecordSiteVisit'
  | 'FormTaskForce'
  | 'CompareOptions'
  | 'ChooseOption'
  | 'AddNote'
  | 'TellEnterprise'
  | 'AddFollowUp'
  | 'GiveTask'
  | 'CompleteTask'
  | 'CancelTask'
  | 'AskEnterprise'
  | 'CompleteEnterpriseTask'
  | 'CancelEnterpriseTask'
  | 'ReferDemand'
  | 'FileOutsideAnswer'
  | 'RecallReferral'
  | 'ReportUpwards'
  | 'GiveInstruction'
  | 'CarryOutInstruction'
  | 'MarkSeen'
> = {
  RecordContact: formOf({ note: area('contactNote') }, (sent) => sent),
  MakePlan: formOf(
    {
      summary: area('planSummary'),
      steps: {
        ...rows('planSteps', { text: line('step', 500), due: day('due') }, { least: 1, most: 50 }),
        initial: firstStep,
      },
    },
    (sent) => sent,
  ),
  CompleteStep: formOf(
    { stepId: pick('step', openSteps), note: maybe(area('noteInside')), proof: attached('proof') },
    (sent) => sent,
  ),
  RecordSiteVisit: formOf(
    {
      visitedOn: dayToday('visitedOn'),
      personIds: { ...several('visitors', 'people'), initial: myself },
      findings: area('findings'),
      files: attached('photos'),
    },
    (sent) => sent,
  ),
  FormTaskForce: formOf(
    {
      purpose: line('purpose', 500),
      leaderId: find('leader', everybody),
      members: {
        ...rows('members', { member: unitAndPerson('person') }, { least: 1, most: 50 }),
        initial: () => [{ member: { unitId: '', personId: '' } }],
      },
    },
    ({ members, ...sent }) => ({ ...sent, members: members.map(({ member }) => member) }),
  ),
  CompareOptions: formOf(
    {
      options: {
        ...rows(
          'options',
          {
            title: line('optionTitle'),
            costToEnterpriseFen: yuan('cost'),
            days: number('days'),
            feasibility: chips('feasibility', FEASIBILITIES, (value) => `feasibility.${value}`),
            risk: chips('risk', RISKS, (value) => `risk.${value}`),
            note: maybe(line('noteInside', 2_000)),
          },
          { least: 2, most: 10 },
        ),
        initial: twoOptions,
      },
    },
    (sent) => sent,
  ),
  ChooseOption: formOf(
    { optionId: pick('option', comparedOptions), reason: area('reasonOutward') },
    (sent) => sent,
  ),
  AddNote: formOf({ note: area('noteInside'), files: attached() }, (sent) => sent),
  TellEnterprise: formOf({ text: area('toEnterprise'), files: attached() }, (sent) => sent),
  AddFollowUp: formOf(
    {
      kind: chips('kind', FOLLOW_UP_KINDS, (value) => `followUp.${value}`),
      on: dayToday('happenedOn'),
      text: area('toEnterprise'),
      files: attached(),
    },
    (sent) => sent,
  ),
  GiveTask: formOf({ ...TASK_COLUMNS, text: area('taskText') }, (sent) => sent),
  CompleteTask: formOf(
    { taskId: pick('task', openTasks), note: area('noteInside'), proof: attached('proof') },
    (sent) => sent,
  ),
  CancelTask: formOf({ taskId: pick('task', openTasks), reason: area('reason') }, (sent) => sent),
  AskEnterprise: formOf({ text: area('askText'), due: day('due') }, (sent) => sent),
  CompleteEnterpriseTask: formOf(
    { taskId: pick('task', openEnterpriseTasks), text: area('repliedText'), files: attached() },
    (sent) => sent,
  ),
  CancelEnterpriseTask: formOf(
    { taskId: pick('task', openEnterpriseTasks), reason: area('reasonOutward') },
    (sent) => sent,
  ),
  ReferDemand: formOf(
    {
      'body.name': line('body'),
      letterNumber: line('letterNumber', 80),
      due: day('replyDue'),
      letter: area('letter'),
    },
    ({ 'body.name': name, ...sent }) => ({ ...sent, body: { name } }),
  ),
  FileOutsideAnswer: formOf(
    {
      text: area('outsideText'),
      via: chips('via', OUTSIDE_ANSWER_VIAS, (value) => `outsideVia.${value}`),
      answeredOn: dayToday('answeredOn'),
      files: attached('files'),
    },
    (sent) => sent,
  ),
  RecallReferral: formOf({ reason: area('reason') }, (sent) => sent),
  ReportUpwards: formOf({ to: line('reportTo'), text: area('reportText') }, (sent) => sent),
  GiveInstruction: formOf(
    {
      leaderId: {
        ...find('instructionLeader', leaders),
        initial: (asked) =>
          leaders(asked).some(({ value }) => value === asked.personId) ? asked.personId : '',
      },
      to: maybe(
        unitMaybePerson('instructionTo', ({ detail: { demand }, workKey }) =>
          workKey === 'passOn'
            ? { unitId: '', personId: '' }
            : { unitId: demand.owner.unitId, personId: demand.owner.personId ?? '' },
        ),
      ),
      text: {
        ...area('instructionText'),
        initial: ({ workKey, label }) => (workKey === 'passOn' ? label('passOnText') : ''),
      },
      due: day('due'),
      documentNumber: maybe(line('documentNumber', 80)),
    },
    (sent) => sent,
  ),
  CarryOutInstruction: formOf(
    {
      instructionId: pick('instruction', openInstructions),
      note: area('noteInside'),
      proof: attached('proof'),
    },
    (sent) => sent,
  ),
  MarkSeen: nothingToFill,
};
