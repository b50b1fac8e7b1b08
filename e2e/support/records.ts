import { expect } from 'vitest';
import { handOut, raise, register } from './demands.ts';
import type { Records } from './pages.ts';
import type { Stage } from './stage.ts';

/** What is sent to hold a policy session. */
export const policySessionOf = ({ enterpriseId, people, units }: Stage['house']) => ({
  topic: '研发费用加计扣除',
  on: '2022-05-31',
  attendees: 40,
  enterpriseIds: [enterpriseId],
  handbookGiven: true,
  organiserUnitId: units.office,
  speakerIds: [people.guide],
});

/** One record of each kind, so that no page of the sweep is empty. */
export const makeRecords = async (stage: Stage): Promise<Records> => {
  const { as, enterpriseId, people, territories, units } = stage.house;
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await as.desk.post(path, body);
    expect([path, answer.status, answer.body]).toEqual([path, 201, expect.anything()]);
    return answer.body.id;
  };
  const demand = await raise(stage, '厂区供水压力不足，生产线时常停摆，二号厂房尤其严重');
  await handOut(stage, demand);
  const part = await register(stage, '员工班车末班太早');
  const lead = { unitId: units.one, personId: people.headOne };
  const inOnePackage = await made('/api/packages', { enterpriseId, title: '钛铸件公司扩建十二件事', lead });
  await as.desk.post(`/api/packages/${inOnePackage}/add-demand`, { demandId: part }, { version: 1 });
  await stage.settled();
  return {
    demand,
    enterprise: enterpriseId,
    package: inOnePackage,
    person: people.handlerOne,
    visit: await made('/api/visits', {
      visitorIds: [people.desk],
      target: { kind: 'enterprise', enterpriseId },
      territoryId: territories.park,
      on: '2022-06-02',
      purposes: ['service'],
    }),
    policySession: await made('/api/policy-sessions', policySessionOf(stage.house)),
    project: await made('/api/projects', {
      name: '新能源电池二期',
      investment: 'enterprise',
      unitId: units.one,
      territoryId: territories.park,
      enterpriseId,
      stage: 'contract',
      since: '2022-05-01',
      papersComplete: false,
    }),
    figure: 'demands-collected',
    link: 'not-a-link-any-more',
  };
};
