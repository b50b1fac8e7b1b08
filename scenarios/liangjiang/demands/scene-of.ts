import type { Channel, Urgency } from '@xiaoer/domain/demand/vocabulary';
import type { DemandId, PersonId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Random } from '../../random.ts';
import type { Matter } from '../matters/matter.ts';
import { OUTSIDE_BODIES } from '../units.ts';
import type { Zone, ZoneEnterprise } from '../zone.ts';
import { castFor, registrarOf } from './cast.ts';
import type { Scene } from './scene.ts';
import { wordsOf, type DemandWords } from './words.ts';

export type SceneInput = {
  readonly key: string;
  readonly ordinal: number;
  readonly enterprise: ZoneEnterprise;
  readonly matter: Matter;
  readonly channel: Channel;
  readonly start: Instant;
  readonly urgency?: Urgency;
  readonly onDuty?: PersonId;
  readonly recurrenceOf?: DemandId;
  readonly mergesInto?: DemandId;
  /** Written out by hand instead of composed. */
  readonly written?: Partial<DemandWords>;
};

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Day and five letters; the ordinal in them keeps two numbers from being equal. */
export const storyNumber = (start: Instant, ordinal: number): string => {
  let rest = ordinal * 48_611 + 1_234_567;
  let letters = '';
  for (let place = 0; place < 5; place += 1) {
    letters += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return `${dateOf(start).replaceAll('-', '')}-${letters}`;
};

const sourceOf = ({
  channel,
  ordinal,
  matter,
  enterprise,
}: SceneInput): Pick<Scene, 'reference' | 'original'> => {
  if (channel === 'hotline') return { reference: `12345-2022-${10_000 + ordinal}` };
  if (channel === 'import') return { reference: `专班台账第${ordinal}行` };
  if (channel === 'message')
    return { original: `${enterprise.contactName}：你好，我们这边${matter.title}，麻烦帮忙看看。` };
  return {};
};

const bodyOf = (zone: Zone, key: string | undefined): Scene['body'] => {
  const row = OUTSIDE_BODIES.find((body) => body.key === key);
  return row === undefined ? undefined : { name: row.zh, organisationId: zone.unit(row.key) };
};

/** A demand with its words and its people, ready to go its way. */
export const sceneOf = (zone: Zone, input: SceneInput, random: Random): Scene => {
  const { key, ordinal, enterprise, matter, channel, start, urgency = 'general', onDuty, written } = input;
  const casting = { enterprise, category: matter.category, channel, ordinal, ...(onDuty && { onDuty }) };
  const words = {
    ...wordsOf(matter, { shortName: enterprise.shortName, reference: `第${ordinal}号` }, random),
    ...written,
  };
  const body = bodyOf(zone, matter.body);
  return {
    key,
    idOf: zone.idOf,
    demandId: zone.idOf<'demand'>(key),
    number: storyNumber(start, ordinal),
    enterprise,
    channel,
    registrarId: registrarOf(zone, casting),
    ...(channel === 'visit' && { visitId: zone.idOf<'visit'>(`visit for ${key}`) }),
    ...sourceOf(input),
    ...(input.recurrenceOf !== undefined && { recurrenceOf: input.recurrenceOf }),
    ...(input.mergesInto !== undefined && { mergesInto: input.mergesInto }),
    remit: matter.body === undefined ? 'own' : 'outside',
    urgency,
    productionStopped: urgency === 'critical',
    particulars: {
      title: words.title,
      text: words.text,
      category: matter.category,
      tags: [],
      territoryId: zone.territory(enterprise.block),
      contactId: enterprise.contactId,
      timesOccurred: 1,
    },
    words,
    cast: castFor(zone, casting),
    ...(body !== undefined && { body }),
  };
};
