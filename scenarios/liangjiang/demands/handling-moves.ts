import { dateOf } from '@xiaoer/domain/time/instant';
import { byClerk, byContact, byHandler, byHead, byLeader, daysOn, partId } from './parts.ts';
import type { Move } from './scene.ts';

/** What the lead unit does until it can answer. */
export const handlingMoves = {
  plan: {
    by: byHandler,
    command: (scene, standing) => ({
      type: 'MakePlan',
      summary: scene.words.summary,
      steps: scene.words.steps.map((text, index) => ({
        stepId: partId(scene, 'planStep', index),
        text,
        due: daysOn(standing, 3 + 4 * index),
      })),
    }),
  },
  firstStep: {
    by: byHandler,
    command: (scene) => ({
      type: 'CompleteStep',
      stepId: partId(scene, 'planStep', 0),
      note: '已核实',
      proof: [],
    }),
  },
  secondStep: {
    by: byHandler,
    command: (scene) => ({
      type: 'CompleteStep',
      stepId: partId(scene, 'planStep', 1),
      note: '已完成',
      proof: [],
    }),
  },
  siteVisit: {
    by: byHandler,
    command: ({ words }, { at, lead }) => ({
      type: 'RecordSiteVisit',
      visitedOn: dateOf(at),
      personIds: [lead.handlerId],
      findings: words.findings,
      files: [],
    }),
  },
  siteVisitByDesk: {
    by: byClerk,
    command: ({ words, cast }, { at }) => ({
      type: 'RecordSiteVisit',
      visitedOn: dateOf(at),
      personIds: [cast.clerkId, cast.officerId],
      findings: words.findings,
      files: [],
    }),
  },
  taskForce: {
    by: byHead,
    command: ({ words }, { lead }) => ({
      type: 'FormTaskForce',
      purpose: `专班办理“${words.title}”`,
      leaderId: lead.headId,
      members: [
        { unitId: lead.unitId, personId: lead.headId },
        { unitId: lead.unitId, personId: lead.handlerId },
      ],
    }),
  },
  compareOptions: {
    by: byHandler,
    command: (scene) => ({
      type: 'CompareOptions',
      options: [
        {
          optionId: partId(scene, 'option', 1),
          title: '先行修补，当月见效',
          costToEnterpriseFen: 0,
          days: 12,
          feasibility: 'high',
          risk: 'medium',
          note: '后期可能仍需改造',
        },
        {
          optionId: partId(scene, 'option', 2),
          title: '一次改造到位',
          costToEnterpriseFen: 3_000_000,
          days: 45,
          feasibility: 'medium',
          risk: 'low',
          note: '需占用企业门前半月',
        },
      ],
    }),
  },
  chooseOption: {
    by: byHandler,
    command: (scene) => ({
      type: 'ChooseOption',
      optionId: partId(scene, 'option', 1),
      reason: '企业希望尽快恢复，且不增加费用',
    }),
  },
  addNote: {
    by: byHandler,
    command: () => ({ type: 'AddNote', note: '已与施工单位约定进场时间，费用从维护经费列支。', files: [] }),
  },
  tell: {
    by: byHandler,
    command: () => ({
      type: 'TellEnterprise',
      text: '事项正在办理，预计本周内有结果，届时请现场确认。',
      files: [],
    }),
  },
  giveTask: {
    by: byHandler,
    command: (scene, standing) => ({
      type: 'GiveTask',
      taskId: partId(scene, 'demandTask', standing.turn),
      to: { unitId: scene.cast.units[1].unitId },
      text: '配合核对图纸和权属，提供资料',
      due: daysOn(standing, 5),
    }),
  },
  completeTask: {
    by: ({ cast }) => cast.units[1].handlerId,
    command: (scene, { turn }) => ({
      type: 'CompleteTask',
      taskId: partId(scene, 'demandTask', turn),
      note: '资料已提供',
      proof: [],
    }),
  },
  askEnterprise: {
    by: byHandler,
    command: (scene, standing) => ({
      type: 'AskEnterprise',
      taskId: partId(scene, 'demandTask', 'enterprise'),
      text: '请提供设备清单和用量，并安排一名联络人。',
      due: daysOn(standing, 7),
    }),
  },
  enterpriseDone: {
    by: byContact,
    command: (scene) => ({
      type: 'CompleteEnterpriseTask',
      taskId: partId(scene, 'demandTask', 'enterprise'),
      text: '资料已提交，联络人已安排。',
      files: [],
    }),
  },
  reportUpwards: {
    by: byHead,
    command: (scene) => ({
      type: 'ReportUpwards',
      reportId: partId(scene, 'report', 0),
      to: '新区管委会',
      text: `“${scene.words.title}”涉及跨片区资金，请示安排。`,
    }),
  },
  instruct: {
    by: byLeader,
    command: (scene, standing) => ({
      type: 'GiveInstruction',
      instructionId: partId(scene, 'instruction', 0),
      leaderId: scene.cast.leaderId,
      to: { unitId: standing.lead.unitId },
      text: '请责任单位本周到现场，拿出办法，专人盯办。',
      due: daysOn(standing, 7),
    }),
  },
  carryOut: {
    by: byHandler,
    command: (scene) => ({
      type: 'CarryOutInstruction',
      instructionId: partId(scene, 'instruction', 0),
      note: '已按批示到现场并落实专人',
      proof: [],
    }),
  },
  seen: { by: byLeader, command: () => ({ type: 'MarkSeen' }) },
  handOver: {
    by: byClerk,
    command: ({ cast }) => ({
      type: 'HandOverDemand',
      to: { unitId: cast.firstContact.unitId, personId: cast.officerId },
    }),
  },
} as const satisfies Readonly<Record<string, Move>>;
