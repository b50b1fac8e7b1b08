import type { DemandCommand } from '@xiaoer/domain/demand/commands';
import type { Channel } from '@xiaoer/domain/demand/vocabulary';
import type { Random } from '../../random.ts';
import { inOfficeHours, periodWorkdays } from '../moments.ts';
import { OWN_BUSINESS } from '../matters/own-business.ts';
import { OWN_SERVICES } from '../matters/own-services.ts';
import { SETTINGS } from '../settings.ts';
import type { Zone, ZoneEnterprise } from '../zone.ts';
import { visitSteps } from './found-on-visit.ts';
import type { PlannedDemand } from './general-demands.ts';
import { MOVES } from './moves.ts';
import type { Move, Scene } from './scene.ts';
import { sceneOf } from './scene-of.ts';
import { walked } from './walk.ts';

const CHANNELS: readonly Channel[] = ['visit', 'visit', 'counter', 'phone'];

const CONDITIONS = [
  { condition: '在新区注册并纳税', answer: 'met', remark: '' },
  { condition: '上年度无重大失信', answer: 'met', remark: '信用报告已查' },
  { condition: '投入达到申报门槛', answer: 'unknown', remark: '请财务核对发票金额' },
] as const;

const settling = (scene: Scene): DemandCommand => {
  const registering = MOVES.register.command(scene);
  return {
    ...registering,
    type: 'SettleOnTheSpot',
    remit: 'own',
    answer: {
      conclusion: 'explained',
      text: scene.words.answer,
      conditions: scene.particulars.category === 'policy' ? CONDITIONS : [],
      files: [],
    },
    verdict: { grade: 'verySatisfied', words: scene.words.praise, solved: 'solved' },
  };
};

export const SETTLE_ON_THE_SPOT: Move = { by: ({ registrarId }) => registrarId, command: settling };

/** 即办: registered, answered and judged at once, most of them questions about policies. */
export const spotDemands = (
  zone: Zone,
  {
    enterprises,
    firstOrdinal,
    count,
  }: {
    readonly enterprises: readonly ZoneEnterprise[];
    readonly firstOrdinal: number;
    readonly count: number;
  },
  random: Random,
): readonly PlannedDemand[] => {
  const matters = [...OWN_BUSINESS, ...OWN_SERVICES].filter(({ category }) =>
    SETTINGS.onTheSpotCategories.includes(category),
  );
  return Array.from({ length: count }, (_, index) => {
    const ordinal = firstOrdinal + index;
    const start = inOfficeHours(random.pick(periodWorkdays()), 0.05 + random.next() * 0.85);
    const matter = random.pick(matters);
    const enterprise = random.pick(enterprises);
    const channel = random.pick(CHANNELS);
    const scene = sceneOf(
      zone,
      { key: `demand ${ordinal}`, ordinal, enterprise, matter, channel, start },
      random,
    );
    const steps = walked(scene, [[SETTLE_ON_THE_SPOT, 0]], { start, random });
    const { demandId } = scene;
    const all = [...visitSteps(zone, scene, start), ...steps];
    return { demandId, way: 'onTheSpot', enterprise, matter, isSettled: true, start, end: start, steps: all };
  });
};
