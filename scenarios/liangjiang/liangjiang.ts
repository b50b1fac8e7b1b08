import { endOfDay } from '@xiaoer/domain/time/instant';
import { randomFrom } from '../random.ts';
import type { IdOf, Scenario, ScenarioStep, Story } from '../scenario.ts';
import { EXPECTED } from './acceptance.ts';
import { caseDemands, isOfPackage, SPOT_BY_HAND } from './cases/cases.ts';
import { packageSteps } from './cases/package.ts';
import { generalDemands, type PlannedDemand } from './demands/general-demands.ts';
import { nightDemands } from './demands/night-demands.ts';
import { NIGHT_QUOTA, SPOT_QUOTA } from './demands/quotas.ts';
import { spotDemands } from './demands/spot-demands.ts';
import { isOfVisitedKind } from './enterprises.ts';
import { FREEZE_DATE, PERIOD_FROM } from './moments.ts';
import { policySessions } from './policy-sessions.ts';
import { projects } from './projects.ts';
import { setUpSteps } from './set-up.ts';
import { signInsOf } from './sign-ins.ts';
import { plainVisits } from './visits.ts';
import { zoneOf, type Zone, type ZoneEnterprise } from './zone.ts';

const VISITED = 240;
const RAISING = 186;
const SMALL_RAISING = 6;
const VISITED_AGAIN = 24;

type Circle = {
  /** Of the report's kinds and visited in the period. */
  readonly visited: readonly ZoneEnterprise[];
  readonly raising: readonly ZoneEnterprise[];
};

/** Who is visited and who raises demands; the enterprises of the cases come first. */
const circleOf = (zone: Zone): Circle => {
  const random = randomFrom(240);
  const [named, others] = [zone.enterprises.slice(0, 4), zone.enterprises.slice(4)];
  const kinds = random.shuffled(others.filter(isOfVisitedKind));
  const small = others.filter((enterprise) => !isOfVisitedKind(enterprise));
  const byHand = kinds.filter(({ key }) => ['enterprise30', 'enterprise41'].includes(key));
  const visited = [...new Set([...named, ...byHand, ...kinds])].slice(0, VISITED);
  return { visited, raising: [...visited.slice(0, RAISING), ...small.slice(0, SMALL_RAISING)] };
};

/** Every demand of the story with its steps. */
export const demandsOf = (zone: Zone): readonly PlannedDemand[] => {
  const { raising: enterprises } = circleOf(zone);
  const byHand = caseDemands(zone, randomFrom(1));
  const general = generalDemands(zone, { enterprises, firstOrdinal: 100 }, randomFrom(2));
  const count = SPOT_QUOTA - SPOT_BY_HAND;
  const spot = spotDemands(zone, { enterprises, firstOrdinal: 600, count }, randomFrom(3));
  const night = nightDemands(zone, { enterprises, firstOrdinal: 700 }, randomFrom(4)).slice(0, NIGHT_QUOTA);
  return [...byHand, ...general, ...spot, ...night];
};

const visitsOf = (zone: Zone, demands: readonly PlannedDemand[]): readonly ScenarioStep[] => {
  const { visited } = circleOf(zone);
  const seen = new Set(
    demands.filter(({ steps }) => steps[0]?.aggregate === 'visit').map(({ enterprise }) => enterprise.key),
  );
  const unvisited = visited.filter(({ key }) => !seen.has(key));
  return plainVisits(zone, { unvisited, again: visited.slice(0, VISITED_AGAIN) }, randomFrom(5));
};

const byTime = (steps: readonly ScenarioStep[]): readonly ScenarioStep[] =>
  steps.toSorted((one, other) => {
    if (one.at === other.at) return 0;
    return one.at < other.at ? -1 : 1;
  });

const storyOf = (idOf: IdOf): Story => {
  const zone = zoneOf(idOf);
  const demands = demandsOf(zone);
  const dated = byTime([
    ...demands.flatMap(({ steps }) => steps),
    ...packageSteps(zone, demands.filter(isOfPackage)),
    ...visitsOf(zone, demands),
    ...policySessions(zone, zone.enterprises, randomFrom(6)),
    ...projects(zone, randomFrom(7)),
  ]);
  return { steps: [...setUpSteps(zone), ...dated], until: endOfDay(FREEZE_DATE), signIns: signInsOf(zone) };
};

/** Linked leaders, 1+3 teams and the closed loop, June to September 2022. */
export const liangjiang: Scenario = {
  id: 'liangjiang',
  name: '新城开发集团（样例）',
  nameEn: 'New Towns Development Group (sample)',
  summary:
    'Linked leaders, 1+3 teams, three lists, the collect-solve-act-answer loop; June to September 2022.',
  seed: 'liangjiang',
  period: { from: PERIOD_FROM, to: FREEZE_DATE },
  freezeDate: FREEZE_DATE,
  expected: EXPECTED,
  story: storyOf,
};
