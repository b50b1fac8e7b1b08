import { addMinutes, dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Random } from '../../random.ts';
import type { ScenarioStep } from '../../scenario.ts';
import { inOfficeHours, laterInOfficeHours, workdayAfter } from '../moments.ts';
import { MOVES, type MoveName } from './moves.ts';
import type { Gap, Path } from './path.ts';
import type { Move, Scene } from './scene.ts';

/** Which of the cast's units a move makes the leading one. */
const LEADS: Partial<Record<MoveName, 0 | 1 | 2>> = {
  routeSecond: 1,
  conclude: 2,
  concludeAgain: 2,
};

const nextMoment = (at: Instant, gap: Gap, random: Random): Instant => {
  if (typeof gap === 'string') return addMinutes(at, Number.parseInt(gap, 10));
  return gap === 0
    ? laterInOfficeHours(at, random.between(12, 55))
    : inOfficeHours(workdayAfter(dateOf(at), gap), random.next());
};

/** The dated steps of a scene on its way, the first of them at `start`. */
export const walked = (
  scene: Scene,
  path: Path,
  { start, random }: { readonly start: Instant; readonly random: Random },
): readonly ScenarioStep[] => {
  const steps: ScenarioStep[] = [];
  const turns = new Map<MoveName | Move, number>();
  let [lead] = scene.cast.units;
  let at = start;
  for (const [name, gap] of path) {
    const move: Move = typeof name === 'string' ? MOVES[name] : name;
    if (steps.length > 0) at = nextMoment(at, gap, random);
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    const standing = { at, lead, turn };
    steps.push({
      at,
      by: move.by(scene, standing),
      aggregate: 'demand',
      id: scene.demandId,
      command: move.command(scene, standing),
      ...(move.refusedWith !== undefined && { refusedWith: move.refusedWith }),
    });
    const place = typeof name === 'string' ? LEADS[name] : undefined;
    if (place !== undefined) lead = scene.cast.units[place];
  }
  return steps;
};
