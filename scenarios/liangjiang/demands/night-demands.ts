import { instantAt } from '@xiaoer/domain/time/instant';
import { assertDate } from '@xiaoer/domain/time/local-date';
import type { Random } from '../../random.ts';
import { own } from '../matters/matter.ts';
import { clerkOnDuty } from '../duty.ts';
import type { Zone, ZoneEnterprise } from '../zone.ts';
import type { PlannedDemand } from './general-demands.ts';
import { NIGHT_PATH } from './own-paths.ts';
import { sceneOf } from './scene-of.ts';
import { walked } from './walk.ts';

const NIGHT = 21 * 60 + 40;
const SATURDAYS = ['2022-06-18', '2022-07-09', '2022-07-23', '2022-08-13', '2022-08-27'] as const;

const EMERGENCIES = [
  own('power', [
    '箱式变压器烧毁',
    '{b}号园区箱变烧毁，全厂停电',
    '{n}炉产品有报废风险',
    '连夜抢修或接应急发电车',
    '应急发电车二十分钟到场，箱变更换完成，已恢复供电',
  ]),
  own('water', [
    '主供水管爆裂',
    '{g}号门园区主管爆裂，车间停水',
    '冷却系统停运',
    '立即抢修',
    '已关阀抢修并恢复供水',
  ]),
  own('power', [
    '雷击跳闸全厂停电',
    '雷击后园区环网柜跳闸，全厂停电',
    '洁净车间失压',
    '立即恢复供电',
    '已更换熔断器并恢复送电',
  ]),
  own('sewage', [
    '暴雨倒灌车间',
    '暴雨雨水倒灌{b}号车间，水深约{n}厘米',
    '设备断电停产',
    '调泵车排水',
    '两台泵车排水完毕，雨水口已清淤',
  ]),
  own('safety', [
    '围墙坍塌',
    '暴雨后园区围墙坍塌{n}米，压到堆场',
    '停产撤人',
    '立即排险',
    '已排险围挡并连夜清运',
  ]),
] as const;

/** Saturday night, production stopped: the clerk on duty answers, everything counts in natural minutes. */
export const nightDemands = (
  zone: Zone,
  {
    enterprises,
    firstOrdinal,
  }: { readonly enterprises: readonly ZoneEnterprise[]; readonly firstOrdinal: number },
  random: Random,
): readonly PlannedDemand[] =>
  EMERGENCIES.map((matter, index) => {
    const ordinal = firstOrdinal + index;
    const start = instantAt(assertDate(SATURDAYS[index] ?? SATURDAYS[0]), NIGHT + index * 7);
    const enterprise = random.pick(enterprises);
    const channel = index % 2 === 0 ? 'portal' : 'qr';
    const onDuty = zone.staff(clerkOnDuty(start));
    const input = { key: `demand ${ordinal}`, ordinal, enterprise, matter, channel, start, onDuty } as const;
    const scene = sceneOf(zone, { ...input, urgency: 'critical' }, random);
    const steps = walked(scene, NIGHT_PATH, { start, random });
    const end = steps.at(-1)?.at ?? start;
    return { demandId: scene.demandId, way: 'night', enterprise, matter, isSettled: true, start, end, steps };
  });
