import { describe, expect, it } from 'vitest';
import { grant, person } from '../access/testing/actors.ts';
import type { PersonActor } from '../access/actor.ts';
import { id } from '../kernel/testing/history.ts';
import { assertDate } from '../time/local-date.ts';
import { enterpriseAccess } from './permissions.ts';
import type { EnterpriseState } from './state.ts';

const served = (from: string, to?: string): EnterpriseState => ({
  id: id('robots'),
  name: 'Robots Ltd',
  tags: [],
  stage: 'production',
  growth: 'steady',
  sites: [],
  contacts: [],
  team: [
    {
      memberId: id('m1'),
      role: 'serviceOfficer',
      personId: id('li'),
      from: assertDate(from),
      ...(to !== undefined && { to: assertDate(to) }),
    },
  ],
  liaisons: [],
  sample: false,
  presence: { here: true },
});
const officerOn = (today: string): PersonActor => ({
  ...person('li', grant('officer')),
  today: assertDate(today),
});

describe('an officer without a place who serves an enterprise in person', () => {
  it.each([
    ['2021-12-31', '2022-01-01', undefined, 'forbidden'],
    ['2022-01-01', '2022-01-01', undefined, 'allowed'],
    ['2022-06-10', '2022-01-01', '2022-12-31', 'allowed'],
    ['2022-12-31', '2022-01-01', '2022-12-31', 'allowed'],
    ['2023-01-01', '2022-01-01', '2022-12-31', 'forbidden'],
  ] as const)('on %s, by a term from %s to %s, is %s', (...[today, from, to, access]) => {
    expect(enterpriseAccess(officerOn(today), 'RenameEnterprise', served(from, to))).toBe(access);
  });
});
