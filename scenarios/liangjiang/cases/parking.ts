import { assertDate } from '@xiaoer/domain/time/local-date';
import type { Move } from '../demands/scene.ts';
import { byHandler, byHead, partId } from '../demands/parts.ts';
import { own } from '../matters/matter.ts';
import type { HandWritten } from './hand-written.ts';

const taskForceOfTown: Move = {
  by: byHead,
  command: ({ cast }) => {
    const [property, works] = cast.units;
    return {
      type: 'FormTaskForce',
      purpose: '停车场选址与建设专班：踏勘选址、平整用地、同步建设充电设施',
      leaderId: property.headId,
      members: [
        { unitId: property.unitId, personId: property.headId },
        { unitId: property.unitId, personId: property.handlerId },
        { unitId: works.unitId, personId: works.handlerId },
      ],
    };
  },
};

const chooseSite: Move = {
  by: byHandler,
  command: (scene) => ({
    type: 'CompareOptions',
    options: [
      {
        optionId: partId(scene, 'option', 1),
        title: '厂区对面储备地约30亩，平整后建停车场',
        costToEnterpriseFen: 0,
        days: 150,
        feasibility: 'high',
        risk: 'low',
        note: '可同步建设充电设施',
      },
      {
        optionId: partId(scene, 'option', 2),
        title: '厂内建立体车库',
        costToEnterpriseFen: 1_800_000_000,
        days: 240,
        feasibility: 'medium',
        risk: 'medium',
        note: '企业投入大，影响物流',
      },
      {
        optionId: partId(scene, 'option', 3),
        title: '租用邻近商业停车场',
        costToEnterpriseFen: 240_000_000,
        days: 20,
        feasibility: 'low',
        risk: 'medium',
        note: '车位不足，距离远',
      },
    ],
  }),
};

const interim: Move = {
  by: byHead,
  command: () => ({
    type: 'GiveInterimAnswer',
    text: '已选定厂区对面约30亩用地建设停车场，并同步建设充电设施，现正在平整施工，计划年底前投用。投用前由通勤班车加密班次过渡。',
    completionOn: assertDate('2022-12-31'),
    files: [],
  }),
};

/** Case 2: a car plant grew from over 500 to over 2,500 workers. It is being built: an interim answer, not a closed case. */
export const PARKING: HandWritten = {
  enterprise: 'carPlant',
  channel: 'visit',
  start: '2022-06-14T09:50',
  matter: own('parking', ['员工停车难', '', '', '解决员工停车', '']),
  words: {
    title: '渝驰汽车：员工停车难',
    text: '我司员工由五百余人增至两千五百余人，厂区车位只有三百多个，大量员工把车停在路边，早晚高峰堵塞并多次被贴单。希望协调用地解决停车，并考虑充电需求。',
    summary: '成立专班，多次踏勘选址，提供约30亩用地建设停车场并配套充电设施。',
    steps: ['多次踏勘并比选用地', '平整用地并建成停车场'],
    findings: '高峰时段路边停车四百余辆，厂区对面储备地约30亩可用。',
  },
  path: [
    ['register', 0],
    ['contact', 0],
    ['remitOwn', 0],
    ['route', 0],
    ['accept', 1],
    [taskForceOfTown, 0],
    ['plan', 1],
    ['siteVisit', 0],
    ['siteVisit', 1],
    ['siteVisit', 1],
    [chooseSite, 1],
    ['chooseOption', 0],
    ['firstStep', 0],
    [interim, 1],
    ['tell', 20],
    ['addNote', 15],
  ],
  isSettled: false,
};
