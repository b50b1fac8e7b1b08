import { describe, expect, it } from 'vitest';
import { id } from '../kernel/testing/history.ts';
import { dataScope, isWithin } from './scope.ts';
import { grant, person, system } from './testing/actors.ts';

const town = { organisationIds: [id<'organisation'>('town')] };
const yufu = { territoryIds: [id<'territory'>('yufu')] };

describe('a data scope', () => {
  it.each([
    ['the program', system],
    ['an inspector', person('i', grant('inspector'))],
  ])('is everything for %s', (_name, actor) => {
    expect(dataScope(actor)).toEqual({ kind: 'all' });
    expect(isWithin(dataScope(actor), {})).toBe(true);
  });

  it.each([
    ['a person without grants', person('x')],
    ['an administrator', person('a', grant('admin', { units: ['town'], territories: ['yufu'] }))],
  ])('is nothing for %s', (_name, actor) => {
    expect(dataScope(actor)).toEqual({ kind: 'none' });
    expect(isWithin(dataScope(actor), { ...town, ...yufu })).toBe(false);
  });

  it('is only the own enterprise for a contact', () => {
    const scope = dataScope(person('boss', grant('enterprise', { enterprise: 'robots' })));
    expect(scope).toEqual({
      kind: 'some',
      organisationIds: [],
      territoryIds: [],
      enterpriseIds: ['robots'],
      personIds: [],
    });
    expect(isWithin(scope, { enterpriseId: id('robots') })).toBe(true);
    expect(isWithin(scope, { enterpriseId: id('rival'), personIds: [id('boss')], ...yufu })).toBe(false);
  });

  it('joins the reach of all grants, and what is assigned to the actor or to those acted for', () => {
    const scope = dataScope(
      person(
        'li',
        grant('officer', { units: ['town'], territories: ['yufu'] }),
        grant('handler', { units: ['town', 'water'], onBehalfOf: 'wang' }),
        grant('admin', { units: ['everything'], onBehalfOf: 'zhao' }),
      ),
    );
    expect(scope).toEqual({
      kind: 'some',
      organisationIds: ['town', 'water'],
      territoryIds: ['yufu'],
      enterpriseIds: [],
      personIds: ['li', 'wang'],
    });
    for (const where of [town, yufu, { personIds: [id<'person'>('wang')] }])
      expect(isWithin(scope, where)).toBe(true);
    for (const where of [
      {},
      { personIds: [id<'person'>('zhao')] },
      { enterpriseId: id<'enterprise'>('robots') },
    ])
      expect(isWithin(scope, where)).toBe(false);
  });
});
