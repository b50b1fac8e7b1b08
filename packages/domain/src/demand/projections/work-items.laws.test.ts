import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Demand } from '../state.ts';
import { randomHistory } from '../testing/random-history.ts';
import { after, SITUATIONS } from '../testing/story.ts';
import { ACTORS, person, unit } from '../testing/zone.ts';
import { STAYING_WORK, workItems, type WorkItem } from './work-items.ts';

const isInstructionToThem = (demand: Demand, { kind, id, holder }: WorkItem): boolean =>
  kind === 'instruction' &&
  demand.instructions.some(
    ({ instructionId, to }) => instructionId === id && to?.personId === holder?.personId,
  );

/** What people owe who do not own the demand, or not any longer, but for instructions that name them. */
const owedByOthers = (demand: Demand | undefined): readonly WorkItem[] =>
  demand === undefined
    ? []
    : workItems(demand).filter(
        (item) =>
          item.holder?.personId !== undefined &&
          item.holder.personId !== demand.owner.personId &&
          !isInstructionToThem(demand, item),
      );

/** Random histories route to units alone. */
const routedByName = after(SITUATIONS.registered, {
  by: ACTORS.clerk,
  does: 'RouteDemand',
  other: { lead: { unitId: unit('power'), personId: person('handler-power') }, coHandlers: [] },
}).demand;

test('whoever does not own a demand owes what names them, and nothing else', { timeout: 60_000 }, () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { demand } of randomHistory(seed, 42).map((attempt) => attempt.after))
        for (const { kind } of owedByOthers(demand)) met.add(kind);
    }),
    { numRuns: 500, seed: 20_220_601 },
  );
  for (const { kind } of owedByOthers(routedByName)) met.add(kind);
  expect([...met].sort()).toEqual([...STAYING_WORK].sort());
});
