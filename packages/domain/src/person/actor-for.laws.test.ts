import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '../access/actor.ts';
import { dataScope, isWithin } from '../access/scope.ts';
import { ROLES } from '../access/role.ts';
import type { OrganisationId, TenantId, TerritoryId } from '../kernel/ids.ts';
import { id } from '../kernel/testing/history.ts';
import type { Tree } from '../kernel/tree.ts';
import { fromDayNumber } from '../time/local-date.ts';
import { actorFor } from './actor-for.ts';
import type { PersonState } from './state.ts';

const UNITS = ['u0', 'u1', 'u2', 'u3'] as const;
const PLACES = ['t0', 't1', 't2', 't3'] as const;
const organisations: Tree<OrganisationId> = new Map([
  [id('u0'), undefined],
  [id('u1'), id('u0')],
  [id('u2'), id('u1')],
  [id('u3'), undefined],
]);
const territories: Tree<TerritoryId> = new Map([
  [id('t0'), undefined],
  [id('t1'), id('t0')],
  [id('t2'), id('t0')],
  [id('t3'), id('t2')],
]);

const days = fc.integer({ min: 19_000, max: 19_020 }).map(fromDayNumber);
const spans = fc
  .tuple(days, days)
  .map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one }));
const ids = <Name extends string>(...names: readonly string[]) =>
  fc.constantFrom(...names).map((name) => id<Name>(name));
const grants = fc.array(
  fc.record({
    grantId: ids<'grant'>('g0', 'g1', 'g2'),
    role: fc.constantFrom(...ROLES),
    unitId: fc.option(ids<'organisation'>(...UNITS), { nil: undefined }),
    territoryId: fc.option(ids<'territory'>(...PLACES), { nil: undefined }),
    span: spans,
  }),
  { maxLength: 4 },
);
const others = ids<'person'>('me', 'you', 'them');
const people = (name: string): fc.Arbitrary<PersonState> =>
  fc
    .record({
      grants,
      standIns: fc.array(fc.record({ standInId: ids<'standIn'>('s'), personId: others, span: spans }), {
        maxLength: 2,
      }),
      absences: fc.array(fc.record({ absenceId: ids<'absence'>('a'), span: spans }), { maxLength: 2 }),
      delegations: fc.array(
        fc.record({
          delegationId: ids<'delegation'>('d'),
          personId: others,
          grantIds: fc.array(ids<'grant'>('g0', 'g1', 'g2'), { maxLength: 2 }),
          span: spans,
        }),
        { maxLength: 2 },
      ),
      active: fc.nat(4).map((roll) => roll > 0),
    })
    .map(({ active, ...lists }) => ({
      id: id(name),
      personal: null,
      grants: lists.grants.map(({ span, ...grant }) => ({ ...grant, ...span })),
      standIns: lists.standIns.map(({ span, ...standIn }) => ({ ...standIn, ...span })),
      absences: lists.absences.map(({ span, ...absence }) => ({ ...absence, ...span })),
      delegations: lists.delegations.map(({ span, ...delegation }) => ({ ...delegation, ...span })),
      standing: active ? { kind: 'active' } : { kind: 'deactivated', since: fromDayNumber(19_000) },
    }));

const plain = ({ onBehalfOf: _principal, ...grant }: Grant): string => JSON.stringify(grant);

describe('laws of actors', () => {
  it('a person acts only with own grants, or with grants the named principal holds that day', () => {
    let borrowed = 0;
    fc.assert(
      fc.property(fc.tuple(people('me'), people('you'), people('them')), days, ([me, you, them], today) => {
        const facts = { tenantId: 1 as TenantId, today, organisations, territories };
        const own = (person: PersonState) =>
          new Set(actorFor(person, { ...facts, principals: [] }).grants.map(plain));
        const actor = actorFor(me, { ...facts, principals: [you, them, me] });
        for (const grant of actor.grants) {
          if (grant.onBehalfOf !== undefined) borrowed += 1;
          const holder = [you, them].find((person) => person.id === grant.onBehalfOf) ?? me;
          expect(own(holder).has(plain(grant))).toBe(true);
        }
      }),
      { numRuns: 4_000 },
    );
    expect(borrowed).toBeGreaterThan(100);
  });

  it('what an actor may see lies within what their principals and they themselves may see together', () => {
    fc.assert(
      fc.property(people('me'), people('you'), days, (me, you, today) => {
        const facts = { tenantId: 1 as TenantId, today, organisations, territories };
        const scopes = [me, you].map((person) => dataScope(actorFor(person, { ...facts, principals: [] })));
        const scope = dataScope(actorFor(me, { ...facts, principals: [you] }));
        for (const unit of UNITS) {
          const where = { organisationIds: [id<'organisation'>(unit)] };
          if (isWithin(scope, where)) expect(scopes.some((each) => isWithin(each, where))).toBe(true);
        }
        for (const place of PLACES) {
          const where = { territoryIds: [id<'territory'>(place)] };
          if (isWithin(scope, where)) expect(scopes.some((each) => isWithin(each, where))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
