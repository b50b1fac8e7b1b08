import { dateOf } from '@xiaoer/domain/time/instant';
import type { Move } from '../demands/scene.ts';
import { byHandler } from '../demands/parts.ts';
import { own } from '../matters/matter.ts';
import type { HandWritten } from './hand-written.ts';

const salonHeld: Move = {
  by: byHandler,
  command: () => ({
    type: 'AddNote',
    note: '沙龙到会近二十家单位：渝驰汽车、恒岳重车两家整车企业，国家机器人检测中心，一家银行，以及零部件、软件、装备等企业代表。',
    files: [],
  }),
};

const followUp = (kind: 'supply' | 'finance', text: string): Move => ({
  by: byHandler,
  command: (_, { at }) => ({ type: 'AddFollowUp', kind, on: dateOf(at), text, files: [] }),
});

/** Case 4: the robot maker wants to meet car makers. A salon; one follow-up is supply, another finance. */
export const MARKET_ACCESS: HandWritten = {
  enterprise: 'robots',
  channel: 'visit',
  start: '2022-07-06T14:20',
  matter: own('market', ['希望对接整车企业', '', '', '搭建对接平台', '']),
  words: {
    title: '渝睿机器人：希望进入整车企业供应链',
    text: '我司焊接和搬运机器人已批量生产，但一直没有机会与本地整车企业面对面交流，希望集团搭台，让我们和整车厂、检测机构、银行见面。',
    summary: '举办机器人产业沙龙，邀请近二十家单位参加，会后逐项跟进。',
    steps: ['邀请参会单位并确定议题', '举办沙龙并登记对接意向'],
    answer: '沙龙已举办，近二十家单位到会，与两家整车企业建立联系，供货与融资两项后续由店小二继续跟进。',
    findings: '与企业负责人当面核对：两款机器人已批量生产，尚无本地整车客户。',
    praise: '一次见到了想见的客户，非常感谢',
  },
  path: [
    ['register', 0],
    ['contact', 0],
    ['remitOwn', 0],
    ['route', 0],
    ['accept', 0],
    ['plan', 1],
    ['firstStep', 2],
    ['tell', 0],
    [salonHeld, 4],
    ['secondStep', 0],
    ['submitSolved', 1],
    ['approve', 0],
    ['verySatisfied', 1],
    [followUp('supply', '渝驰汽车已下达两台焊接机器人试用订单，样机进场调试。'), 14],
    [followUp('finance', '银行为渝睿机器人授信一千万元，用于备货，首笔三百万元已放款。'), 11],
  ],
  isSettled: true,
};
