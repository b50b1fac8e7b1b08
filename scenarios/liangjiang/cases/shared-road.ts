import { outside } from '../matters/matter.ts';
import type { HandWritten } from './hand-written.ts';

/** Case 3: heavy trucks and a driving-test course share the road at the gate. The operator has no account. */
export const SHARED_ROAD: HandWritten = {
  enterprise: 'heavyTrucks',
  channel: 'meeting',
  start: '2022-06-22T15:10',
  matter: outside('safety', 'testCourse', ['厂门口道路与驾考路线共用', '', '', '调整考试路线', '']),
  words: {
    title: '恒岳重车：厂门口道路与驾考路线共用，存在安全隐患',
    text: '我司每天两百多台次重型车辆进出，厂门口道路同时是机动车驾驶考试路线，考试车慢行、急停较多，已发生多起险情。希望协调错开路线，保障车辆和考生安全。',
    letter: '恒岳重车反映厂门口道路与贵司考试路线共用、存在安全隐患，商请调整考试路线或错时安排，并函复。',
    outside: '函复：已报主管部门同意，自七月起考试路线改走北侧道路，厂门口路段不再作为考试路段。',
    findings: '实地查看：考试车与重型车辆同走厂门口道路，转弯处视线受阻。',
    praise: '路线改了，车辆进出顺畅，安全多了',
  },
  path: [
    ['register', 0],
    ['contact', 0],
    ['remitOutside', 0],
    ['siteVisitByDesk', 1],
    ['refer', 0],
    ['outsideAnswerByLink', 7],
    ['siteVisitByDesk', 1],
    ['submitReferred', 0],
    ['verySatisfied', 1],
    ['returnVisitHolds', 16],
  ],
  isSettled: false,
};
