import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Channel } from '@xiaoer/domain/demand/vocabulary';
import { unitKeyFor } from '../categories.ts';
import type { Zone, ZoneEnterprise } from '../zone.ts';
import type { Cast, UnitCast } from './scene.ts';

const unitCast = (zone: Zone, unit: string, ordinal: number): UnitCast => ({
  unitId: zone.unit(unit),
  headId: zone.staff(`${unit}Head`),
  handlerId: zone.staff(`${unit}${ordinal % 3 === 0 ? 'Two' : 'One'}`),
});

/** Units that are asked when the one of the catalogue declines. */
const OTHERS = ['assets', 'planning', 'safety'] as const;

const CLERKS = ['clerkOne', 'clerkTwo'] as const;
const CALLERS = ['clerkThree', 'clerkFour'] as const;
const INSPECTORS = ['inspectorOne', 'inspectorTwo'] as const;

const UNATTENDED: readonly Channel[] = ['portal', 'qr'];

export type Casting = {
  readonly enterprise: ZoneEnterprise;
  readonly category: string;
  readonly channel: Channel;
  readonly ordinal: number;
  /** Outside working hours and urgent: the clerk on duty. */
  readonly onDuty?: PersonId;
};

/** Who registers: the enterprise itself, its service officer on a visit, or a clerk. */
export const registrarOf = (zone: Zone, { enterprise, channel, ordinal }: Casting): PersonId => {
  if (UNATTENDED.includes(channel)) return enterprise.contactId;
  if (channel === 'visit') return zone.staff(enterprise.officer);
  return zone.staff(CLERKS[ordinal % 2] ?? 'clerkOne');
};

const firstContactOf = (zone: Zone, casting: Casting): Cast['firstContact'] => {
  const { enterprise, channel, onDuty } = casting;
  if (onDuty !== undefined) return { unitId: zone.unit('partyHr'), personId: onDuty };
  return channel === 'visit' || UNATTENDED.includes(channel)
    ? { unitId: zone.unit(`${enterprise.town}Service`), personId: zone.staff(enterprise.officer) }
    : { unitId: zone.unit('partyHr'), personId: registrarOf(zone, casting) };
};

/** Gives every part in a demand to somebody of the zone who may play it. */
export const castFor = (zone: Zone, casting: Casting): Cast => {
  const { enterprise, category, ordinal } = casting;
  const first = unitKeyFor(category, enterprise.town);
  const [second, third] = OTHERS.filter((key) => key !== first);
  return {
    contactId: enterprise.contactId,
    firstContact: firstContactOf(zone, casting),
    clerkId: zone.staff(CLERKS[ordinal % 2] ?? 'clerkOne'),
    callerId: zone.staff(CALLERS[ordinal % 2] ?? 'clerkThree'),
    officerId: zone.staff(enterprise.officer),
    leaderId: zone.staff(enterprise.leader),
    inspectorId: zone.staff(INSPECTORS[ordinal % 2] ?? 'inspectorOne'),
    units: [
      unitCast(zone, first, ordinal),
      unitCast(zone, second ?? 'assets', ordinal),
      unitCast(zone, third ?? 'planning', ordinal),
    ],
  };
};
