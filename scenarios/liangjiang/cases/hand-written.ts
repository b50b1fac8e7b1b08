import type { Channel } from '@xiaoer/domain/demand/vocabulary';
import { assertInstant } from '@xiaoer/domain/time/instant';
import type { Random } from '../../random.ts';
import { visitSteps } from '../demands/found-on-visit.ts';
import type { PlannedDemand } from '../demands/general-demands.ts';
import type { Path } from '../demands/path.ts';
import { sceneOf } from '../demands/scene-of.ts';
import { walked } from '../demands/walk.ts';
import type { DemandWords } from '../demands/words.ts';
import type { Matter } from '../matters/matter.ts';
import type { Zone } from '../zone.ts';

export type HandWritten = {
  readonly enterprise: string;
  readonly channel: Channel;
  /** `YYYY-MM-DDTHH:mm` */
  readonly start: string;
  readonly matter: Matter;
  readonly words: Pick<DemandWords, 'title' | 'text'> & Partial<DemandWords>;
  readonly path: Path;
  readonly isSettled: boolean;
};

/** A demand of one of the report's cases, its words written out by hand. */
export const handWritten = (
  zone: Zone,
  { row, name, ordinal }: { readonly row: HandWritten; readonly name: string; readonly ordinal: number },
  random: Random,
): PlannedDemand => {
  const start = assertInstant(`${row.start}:00.000+08:00`);
  const enterprise = zone.enterprise(row.enterprise);
  const { matter, channel, words: written, isSettled } = row;
  const scene = sceneOf(zone, { key: name, ordinal, enterprise, matter, channel, start, written }, random);
  const steps = walked(scene, row.path, { start, random });
  const end = steps.at(-1)?.at ?? start;
  const all = [...visitSteps(zone, scene, start), ...steps];
  return { demandId: scene.demandId, way: name, enterprise, matter, isSettled, start, end, steps: all };
};
