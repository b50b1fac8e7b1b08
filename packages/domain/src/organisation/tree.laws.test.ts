import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import { id, recorded } from '../kernel/testing/history.ts';
import { pathToRoot, type Tree } from '../kernel/tree.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { OrganisationCommand } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { OrganisationState } from './state.ts';

type Units = ReadonlyMap<OrganisationId, OrganisationState>;
type Step = readonly ['register' | 'move' | 'close' | 'reopen', unit: string, parent: string | undefined];

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const name = fc.constantFrom(...NAMES);
const steps = fc.array(
  fc.tuple(
    fc.constantFrom('register', 'move', 'move', 'close', 'reopen'),
    name,
    fc.option(name, { nil: undefined }),
  ),
  { minLength: 20, maxLength: 40 },
) as fc.Arbitrary<readonly Step[]>;

const treeOf = (units: Units): Tree<OrganisationId> =>
  new Map([...units.values()].map((unit) => [unit.id, unit.parentId]));

const commandOf = ([kind, unit, parent]: Step): OrganisationCommand => {
  const parentId = parent === undefined ? undefined : id<'organisation'>(parent);
  switch (kind) {
    case 'register':
      return {
        type: 'RegisterOrganisation',
        organisationId: id(unit),
        name: unit,
        kind: 'department',
        calendar: 'department',
        parentId,
      };
    case 'move':
      return { type: 'MoveOrganisation', parentId };
    case 'close':
      return { type: 'CloseOrganisation' };
    case 'reopen':
      return { type: 'ReopenOrganisation' };
  }
};

/** One command against all units, with the facts a store would load. */
const step = (units: Units, taken: Step): Units => {
  const unitId = id<'organisation'>(taken[1]);
  const state = units.get(unitId);
  const command = commandOf(taken);
  const parentId =
    command.type === 'ReopenOrganisation'
      ? state?.parentId
      : 'parentId' in command
        ? command.parentId
        : undefined;
  const parent = parentId === undefined ? undefined : units.get(parentId);
  const decision = decide(state, command, {
    now: '2022-06-01T09:00:00.000+08:00' as Instant,
    today: '2022-06-01' as LocalDate,
    actor: person('admin'),
    ...(parent && { parent: { path: pathToRoot(treeOf(units), parent.id), active: parent.standing.active } }),
    hasActiveChildren: [...units.values()].some((unit) => unit.parentId === unitId && unit.standing.active),
    openDemands: 0,
  });
  if (!decision.accepted) return units;
  let next = state;
  for (const event of decision.events) next = evolve(next, recorded(event));
  return next === undefined ? units : new Map([...units, [unitId, next]]);
};

describe('laws of the tree of organisations', () => {
  it('no sequence of commands makes a circle, and no open unit hangs on a closed one', () => {
    let moves = 0;
    fc.assert(
      fc.property(steps, (taken) => {
        let units: Units = NAMES.reduce<Units>(
          (all, unit) => step(all, ['register', unit, undefined]),
          new Map(),
        );
        for (const each of taken) {
          const before = units;
          units = step(units, each);
          if (each[0] === 'move' && units !== before) moves += 1;
        }
        for (const unit of units.values()) {
          const path = pathToRoot(treeOf(units), unit.id);
          expect(units.get(path.at(-1) ?? unit.id)?.parentId).toBeUndefined();
          const parent = unit.parentId && units.get(unit.parentId);
          if (unit.standing.active && parent) expect(parent.standing.active).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(moves).toBeGreaterThan(100);
  });
});
