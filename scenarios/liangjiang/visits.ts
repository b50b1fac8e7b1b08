import { dateOf } from '@xiaoer/domain/time/instant';
import type { FindingId, VisitPurpose, VisitTarget } from '@xiaoer/domain/visit/visit';
import type { Random } from '../random.ts';
import type { ScenarioStep } from '../scenario.ts';
import { inOfficeHours, periodWorkdays } from './moments.ts';
import { BLOCK_KEYS, TOWN_NAMES, TOWNS } from './units.ts';
import type { Zone, ZoneEnterprise } from './zone.ts';

const PURPOSES: readonly (readonly VisitPurpose[])[] = [
  ['theory', 'policy', 'service', 'problemSolving'],
  ['policy', 'service'],
  ['service'],
  ['theory', 'policy'],
  ['policy', 'problemSolving'],
];

const FINDINGS = [
  '生产经营正常，订单饱满',
  '希望多送政策上门',
  '新产品已试制，后续跟进场景',
  '用工基本稳定，关注暑期用电',
];

type Outing = {
  readonly name: string;
  readonly target: VisitTarget;
  readonly territory: string;
  readonly visitors: readonly string[];
};

const toEnterprise = (enterprise: ZoneEnterprise, ordinal: number): Outing => {
  const { key, id, tags, officer, cadre, leader, guide, block } = enterprise;
  const kind = tags.includes('institute') ? 'institute' : 'enterprise';
  return {
    name: `visit ${ordinal} to ${key}`,
    target: { kind, enterpriseId: id },
    territory: block,
    visitors: [
      officer,
      cadre,
      ...(ordinal % 3 === 0 ? [leader] : []),
      ...(guide && ordinal % 2 === 0 ? [guide] : []),
    ],
  };
};

/** Cadres also go to parks, teams and workshops: visits that the report's count of targets leaves out, or counts once. */
const elsewhere = (zone: Zone, enterprises: readonly ZoneEnterprise[]): readonly Outing[] => [
  ...TOWNS.flatMap((town) =>
    BLOCK_KEYS[town].map((block) => ({
      name: `visit to park ${block}`,
      target: { kind: 'territory', territoryId: zone.territory(block) } as const,
      territory: block,
      visitors: [`${block}Officer`, `${town}Manager`],
    })),
  ),
  ...TOWNS.map((town) => ({
    name: `visit to team ${town}`,
    target: { kind: 'team', name: `${TOWN_NAMES[town].zh}项目突击队` } as const,
    territory: town,
    visitors: [`${town}Cadre1`, `${town}Deputy`],
  })),
  ...enterprises.map(({ key, id, block, officer }) => ({
    name: `visit to workshop of ${key}`,
    target: { kind: 'workshop', enterpriseId: id, name: '一车间' } as const,
    territory: block,
    visitors: [officer],
  })),
];

const recorded = (zone: Zone, outing: Outing, random: Random): readonly ScenarioStep[] => {
  const { name, target, territory, visitors } = outing;
  const visitId = zone.idOf<'visit'>(name);
  const at = inOfficeHours(random.pick(periodWorkdays()), random.next() * 0.95);
  const by = zone.staff(visitors[0] ?? 'clerkOne');
  const visit = { aggregate: 'visit', id: visitId, by } as const;
  const recording: ScenarioStep = {
    ...visit,
    at,
    command: {
      type: 'RecordVisit',
      visitId,
      visitorIds: visitors.map((key) => zone.staff(key)),
      target,
      territoryId: zone.territory(territory),
      on: dateOf(at),
      purposes: random.pick(PURPOSES),
      note: '按计划走访。',
    },
  };
  if (random.next() > 0.3) return [recording];
  return [
    recording,
    {
      ...visit,
      at,
      command: {
        type: 'AddFinding',
        findingId: zone.idOf<'finding'>(`finding of ${name}`) as FindingId,
        text: random.pick(FINDINGS),
      },
    },
  ];
};

/** Visits on which no demand was found: to everyone of `unvisited`, some twice, and to other targets. */
export const plainVisits = (
  zone: Zone,
  {
    unvisited,
    again,
  }: { readonly unvisited: readonly ZoneEnterprise[]; readonly again: readonly ZoneEnterprise[] },
  random: Random,
): readonly ScenarioStep[] => {
  const outings = [
    ...[...unvisited, ...again].map((enterprise, ordinal) => toEnterprise(enterprise, ordinal)),
    ...elsewhere(zone, again.slice(0, 6)),
  ];
  return outings.flatMap((outing) => recorded(zone, outing, random));
};
