import { addMinutes, dateOf } from '@xiaoer/domain/time/instant';
import type { Random } from '../random.ts';
import type { ScenarioStep } from '../scenario.ts';
import { inOfficeHours, periodWorkdays } from './moments.ts';
import { TOWN_NAMES, TOWNS } from './units.ts';
import type { Zone, ZoneEnterprise } from './zone.ts';

const HELD = 160;
/** Recorded twice by mistake: they stay on record and count nowhere. */
const STRUCK = 2;

const TOPICS = [
  '减税降费与留抵退税',
  '稳岗返还与社保缓缴',
  '技术改造专项资金申报',
  '专精特新企业培育',
  '高新技术企业认定',
  '研发费用加计扣除',
  '中小企业融资与贴息',
  '人才安居与子女入学',
  '用地用能要素保障',
  '科技成果转化与首台套',
];

const session = (
  zone: Zone,
  { ordinal, enterprises }: { readonly ordinal: number; readonly enterprises: readonly ZoneEnterprise[] },
  random: Random,
): readonly ScenarioStep[] => {
  const policySessionId = zone.idOf<'policySession'>(`policy session ${ordinal}`);
  const town = random.pick(TOWNS);
  const at = inOfficeHours(random.pick(periodWorkdays()), 0.2 + random.next() * 0.75);
  const ofTown = random.shuffled(enterprises.filter((enterprise) => enterprise.town === town));
  const by = zone.staff(`${random.pick(['A', 'B', 'C', 'D'].map((block) => `${town}${block}`))}Officer`);
  const of = { aggregate: 'policy-session', id: policySessionId, by } as const;
  const held: ScenarioStep = {
    ...of,
    at,
    command: {
      type: 'HoldPolicySession',
      policySessionId,
      organiserUnitId: zone.unit(`${town}Service`),
      speakerIds: [zone.staff(random.pick(['investmentOne', 'investmentTwo', 'financeOne', 'talentOne']))],
      topic: `${random.pick(TOPICS)}（第${ordinal + 1}场）`,
      on: dateOf(at),
      place: `${TOWN_NAMES[town].zh}企业服务站`,
      attendees: random.between(12, 86),
      enterpriseIds: ofTown.slice(0, random.between(3, 12)).map(({ id }) => id),
      handbookGiven: random.next() < 0.7,
    },
  };
  if (ordinal < HELD) return [held];
  return [
    held,
    { ...of, at: addMinutes(at, 45), command: { type: 'StrikePolicySession', reason: '与前一场重复登记' } },
  ];
};

/** Policy sessions, the handbook in hand. */
export const policySessions = (
  zone: Zone,
  enterprises: readonly ZoneEnterprise[],
  random: Random,
): readonly ScenarioStep[] =>
  Array.from({ length: HELD + STRUCK }, (_, ordinal) =>
    session(zone, { ordinal, enterprises }, random),
  ).flat();
