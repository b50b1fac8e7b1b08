import { DEMAND_CHANGES } from '@xiaoer/contract/demand-commands';
import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { STATUSES } from '@xiaoer/domain/demand/vocabulary';
import { expect, test } from 'vitest';
import { byMatter } from './matters.ts';

const ALL = Object.keys(DEMAND_CHANGES) as DemandChange[];

test.each(STATUSES)('every command that is offered is found once (%s)', (status) => {
  const found = byMatter(status, ALL).flatMap(({ types }) => types);
  expect([...found].sort()).toEqual([...ALL].sort());
});

test('matters without a command are left out', () => {
  expect(byMatter('handling', ['PauseClock', 'EditDemand']).map(({ matter }) => matter)).toEqual([
    'clock',
    'record',
  ]);
  expect(byMatter('handling', [])).toEqual([]);
});

test('what probably comes next stands first, and its matter before the others', () => {
  const types = ['HandOverDemand', 'RouteDemand', 'AddNote', 'RemindUnit'] as const;
  expect(byMatter('registered', types)[0]).toEqual({
    matter: 'routing',
    types: ['RouteDemand', 'HandOverDemand'],
  });
  expect(byMatter('assigned', types)[0]?.matter).toBe('escalation');
});
