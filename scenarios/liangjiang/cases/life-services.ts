import { SETTLE_ON_THE_SPOT } from '../demands/spot-demands.ts';
import { own } from '../matters/matter.ts';
import type { HandWritten } from './hand-written.ts';

const ask = (
  enterprise: string,
  start: string,
  [title, text, answer, praise]: readonly [string, string, string, string],
): HandWritten => ({
  enterprise,
  channel: 'phone',
  start,
  matter: own('lifeServices', [title, '', '', '解决', '']),
  words: { title, text, answer, praise },
  path: [[SETTLE_ON_THE_SPOT, 0]],
  isSettled: true,
});

/** Case 7: asks of daily life are taken and answered; they have their own category. */
export const LIFE_SERVICES: readonly HandWritten[] = [
  ask('carPlant', '2022-06-16T16:10', [
    '员工宿舍电费怎么缴',
    '我司新员工宿舍二百多户，大家不知道在哪里缴电费，有人已经收到停电短信，请帮忙问清楚。',
    '已联系供电营业厅，宿舍户号批量绑定，可用手机缴费；停电短信对应的户号已当场缴清。',
    '半小时就弄好了',
  ]),
  ask('robots', '2022-07-18T09:35', [
    '骨干员工子女入学需要什么材料',
    '我司引进的工程师孩子秋季上小学一年级，家长在外地，想知道报名需要哪些材料、什么时候交。',
    '已列出材料清单和报名时间，人才服务中心可代为预审，资料齐全后陪同递交。',
    '材料清单很清楚',
  ]),
  ask('titanium', '2022-08-09T15:45', [
    '单身青工想参加联谊活动',
    '我司单身青年职工四十多人，平时接触面窄，希望集团工会组织联谊时通知我们，最好与女职工多的企业一起办。',
    '七夕联谊已为贵司预留二十个名额，与两家电子企业同场，报名表已发。',
    '小伙子们都报名了',
  ]),
];
