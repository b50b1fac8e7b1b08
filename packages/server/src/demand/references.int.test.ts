import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const wrong = (field: string) => ({
  status: 409,
  body: { errors: [{ pointer: `/body/${field}`, code: 'demand.reference-unknown' }] },
});

describe('what a demand names and is not there', async () => {
  const house = await testHouse();
  const { as, enterpriseId, people, siteId, territories, units } = house;
  const demand = (more: object = {}, source: object = {}) => ({
    channel: 'visit',
    source,
    enterpriseId,
    particulars: { title: '停电', text: '停电', category: 'power', territoryId: territories.park, ...more },
  });
  const edit = async (changes: object, who = as.desk) => {
    const { id } = (await as.officer.post('/api/demands', demand())).body;
    return who.post(`/api/demands/${id}/edit`, { changes }, { version: 1 });
  };
  const inProjectOf = async (owner: string) => {
    const project = await as.headOne.post('/api/projects', {
      name: '电池线',
      investment: 'enterprise',
      unitId: units.one,
      enterpriseId: owner,
      stage: 'contract',
      since: '2022-03-01',
      papersComplete: false,
    });
    return as.officer.post('/api/demands', { ...demand(), projectId: project.body.id });
  };
  const site = { name: '二厂', territoryId: territories.park, address: '云汉大道9号', tenure: 'rented' };
  const other = (await as.officer.post('/api/enterprises', { name: '别家公司', stage: 'production', site }))
    .body;
  const { sites } = (await as.desk.get<{ sites: { siteId: string }[] }>(`/api/enterprises/${other.id}`)).body;

  it.each([
    ['territory', 'territoryId', randomUUID()],
    ['site', 'siteId', randomUUID()],
    ['site of another enterprise', 'siteId', sites[0]?.siteId],
    ['contact', 'contactId', randomUUID()],
    ['contact who is none of the enterprise’s', 'contactId', people.handlerOne],
  ])('is refused at its field: a %s', async (_, field, value) => {
    const registered = await as.officer.post('/api/demands', demand({ [field]: value }));
    expect(registered).toMatchObject(wrong(`particulars/${field}`));
    expect(await edit({ [field]: value })).toMatchObject(wrong(`changes/${field}`));
  });

  it('is refused at its field: a visit', async () => {
    const answer = await as.officer.post('/api/demands', demand({}, { visitId: randomUUID() }));
    expect(answer).toMatchObject(wrong('source/visitId'));
  });

  it.each([
    {
      who: 'desk',
      verb: 'give-instruction',
      field: 'leaderId',
      naming: (leaderId: string) => ({ leaderId, text: '请抓紧', due: '2022-06-20' }),
    },
    {
      who: 'officer',
      verb: 'record-site-visit',
      field: 'personIds/0',
      naming: (id: string) => ({ personIds: [id], visitedOn: '2022-06-01', findings: '已看' }),
    },
    {
      who: 'desk',
      verb: 'set-confidential',
      field: 'hiding/personIds/0',
      naming: (id: string) => ({ hiding: { unitIds: [], personIds: [id] }, reason: '涉及本人' }),
    },
    {
      who: 'desk',
      verb: 'refer',
      field: 'body/organisationId',
      naming: (organisationId: string) => ({
        body: { name: '供电公司', organisationId },
        letterNumber: '函1',
        letter: '商请',
        due: '2022-06-20',
      }),
    },
  ] as const)('is refused at its field: $verb, $field', async ({ who, verb, field, naming }) => {
    const { id } = (await as.officer.post('/api/demands', demand())).body;
    const answer = await as[who].post(`/api/demands/${id}/${verb}`, naming(randomUUID()), { version: 1 });
    expect(answer).toMatchObject(wrong(field));
  });

  it('is refused at its field: a project of another enterprise', async () => {
    expect(await inProjectOf(other.id)).toMatchObject(wrong('projectId'));
    expect((await inProjectOf(enterpriseId)).status).toBe(201);
  });

  it('is refused on the spot too', async () => {
    const answer = await as.officer.post('/api/demands/settled', {
      ...demand({}, { visitId: randomUUID() }),
      remit: 'own',
      answer: { conclusion: 'solved', text: '已恢复' },
      verdict: { grade: 'satisfied', solved: 'solved' },
    });
    expect(answer).toMatchObject(wrong('source/visitId'));
  });

  it('is refused: a handler whose role in the unit has ended, or has not begun', async () => {
    const handlerFrom = async (from: string, to?: string) => {
      const personId = randomUUID();
      await house.run('person', personId, { type: 'RegisterPerson', personId, personal: { name: '借调' } });
      const role = { type: 'GrantRole', grantId: randomUUID(), role: 'handler', unitId: units.one };
      await house.run('person', personId, { ...role, from, ...(to !== undefined && { to }) });
      return personId;
    };
    const { id } = (await as.officer.post('/api/demands', demand())).body;
    const lead = { unitId: units.one };
    const { version } = (await as.desk.post(`/api/demands/${id}/route`, { lead, note: '' }, { version: 1 }))
      .body;
    const accept = (personId: string) =>
      as.headOne.post(`/api/demands/${id}/accept`, { personId }, { version });
    for (const personId of [await handlerFrom('2022-05-01', '2022-05-31'), await handlerFrom('2022-06-02')])
      expect((await accept(personId)).body.code).toBe('demand.person-not-in-unit');
    expect((await accept(await handlerFrom('2022-06-01'))).status).toBe(200);
  });

  it('says nothing of a demand to whoever may not read it', async () => {
    expect((await edit({ siteId: randomUUID() }, as.headTwo)).status).toBe(404);
  });

  it('is taken when it is there', async () => {
    const visit = await as.officer.post('/api/visits', {
      visitorIds: [people.officer],
      target: { kind: 'enterprise', enterpriseId },
      territoryId: territories.park,
      on: '2022-06-02',
      purposes: ['service'],
    });
    const named = demand({ siteId, contactId: people.contact }, { visitId: visit.body.id });
    expect((await as.officer.post('/api/demands', named)).status).toBe(201);
    expect((await edit({ siteId, contactId: people.contact })).status).toBe(200);
  });
});
