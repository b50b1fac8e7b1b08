import type { Channel } from '@xiaoer/domain/demand/vocabulary';
import type { DemandId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Random } from '../../random.ts';
import type { ScenarioStep } from '../../scenario.ts';
import { FREEZE_DATE, inOfficeHours, periodWorkdays } from '../moments.ts';
import { OWN_BUSINESS } from '../matters/own-business.ts';
import { OWN_SERVICES } from '../matters/own-services.ts';
import { OWN_WORKS } from '../matters/own-works.ts';
import { OUTSIDE_MATTERS } from '../matters/outside-remit.ts';
import type { Matter } from '../matters/matter.ts';
import type { Zone, ZoneEnterprise } from '../zone.ts';
import { visitSteps } from './found-on-visit.ts';
import { plannedWays, type PlannedWay } from './quotas.ts';
import { sceneOf } from './scene-of.ts';
import { walked } from './walk.ts';

const OWN: readonly Matter[] = [...OWN_WORKS, ...OWN_SERVICES, ...OWN_BUSINESS];

/** How demands come in, each as often as it stands here. */
const CHANNEL_MIX: readonly Channel[] = [
  ...(['portal', 'portal', 'portal', 'portal', 'qr'] as const),
  ...(['visit', 'visit', 'visit', 'visit', 'visit', 'visit', 'visit', 'visit'] as const),
  ...(['phone', 'phone', 'phone', 'counter', 'message', 'message'] as const),
  ...(['hotline', 'meeting', 'meeting', 'instruction', 'import'] as const),
];

const LAST_MOMENT = `${FREEZE_DATE}T17:59`;
const TRIES = 400;

export type PlannedDemand = {
  readonly demandId: DemandId;
  readonly way: string;
  readonly enterprise: ZoneEnterprise;
  readonly matter: Matter;
  readonly isSettled: boolean;
  readonly start: Instant;
  readonly end: Instant;
  readonly steps: readonly ScenarioStep[];
};

type Wish = {
  readonly ordinal: number;
  readonly way: PlannedWay;
  readonly enterprise: ZoneEnterprise;
  readonly matter: Matter;
  readonly notBefore?: LocalDate;
  readonly recurrenceOf?: DemandId;
  readonly mergesInto?: DemandId;
};

const candidateDays = ({ way: { window }, notBefore }: Wish): readonly LocalDate[] => {
  const days = periodWorkdays().filter((day) => notBefore === undefined || day > notBefore);
  if (window === undefined) return days;
  const [least, most] = window;
  return days.slice(Math.max(0, days.length - 1 - most), days.length - least);
};

/** Plans a demand on a day from which its way ends before the freeze. */
export const planned = (zone: Zone, wish: Wish, random: Random): PlannedDemand => {
  const { ordinal, way, enterprise, matter } = wish;
  const days = candidateDays(wish);
  const channel = random.pick(CHANNEL_MIX);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const start = inOfficeHours(random.pick(days), 0.05 + random.next() * 0.85);
    const key = `demand ${ordinal}`;
    const scene = sceneOf(zone, { ...wish, key, channel, start }, random);
    const steps = walked(scene, way.path, { start, random });
    const end = steps.at(-1)?.at ?? start;
    if (end > LAST_MOMENT) continue;
    const { demandId } = scene;
    const all = [...visitSteps(zone, scene, start), ...steps];
    return { demandId, way: way.name, enterprise, matter, isSettled: way.isSettled, start, end, steps: all };
  }
  throw new Error(`no day for ${way.name}, ${matter.title}`);
};

/** Each matter comes up about as often as every other, in an order of its own. */
const dealer = (matters: readonly Matter[], random: Random): (() => Matter) => {
  let hand: readonly Matter[] = [];
  return () => {
    if (hand.length === 0) hand = random.shuffled(matters);
    const [first, ...rest] = hand;
    hand = rest;
    return first ?? random.pick(matters);
  };
};

const MERGING = ['merged', 'mergedInHandling'];
const RECURRING = 4;

/** The demands that are not written out by hand. `enterprises` are those that raise demands. */
export const generalDemands = (
  zone: Zone,
  {
    enterprises,
    firstOrdinal,
  }: { readonly enterprises: readonly ZoneEnterprise[]; readonly firstOrdinal: number },
  random: Random,
): readonly PlannedDemand[] => {
  const dealOwn = dealer(OWN, random);
  const dealOutside = dealer(OUTSIDE_MATTERS, random);
  const done: PlannedDemand[] = [];
  const mergeTargets = () => done.filter(({ way }) => way === 'interim');
  let merges = 0;
  const link = (way: PlannedWay): Partial<Wish> => {
    if (MERGING.includes(way.name)) {
      const target = mergeTargets()[merges];
      merges += 1;
      if (target === undefined) throw new Error('nothing to merge into');
      const { enterprise, matter, demandId, start } = target;
      return { enterprise, matter, mergesInto: demandId, notBefore: dateOf(start) };
    }
    const earlier =
      way.name === 'plainFairly' ? done.filter(({ way: of }) => of === 'plain')[recurrences] : undefined;
    if (earlier === undefined || earlier.end > '2022-08-20' || recurrences >= RECURRING) return {};
    recurrences += 1;
    const { enterprise, matter, demandId, end } = earlier;
    return { enterprise, matter, recurrenceOf: demandId, notBefore: dateOf(end) };
  };
  let recurrences = 0;
  for (const way of plannedWays()) {
    const matter = way.remit === 'own' ? dealOwn() : dealOutside();
    const ordinal = firstOrdinal + done.length;
    const wish: Wish = { ordinal, way, enterprise: random.pick(enterprises), matter, ...link(way) };
    done.push(planned(zone, wish, random));
  }
  return done;
};
