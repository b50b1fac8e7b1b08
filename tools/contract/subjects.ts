import { randomUUID } from 'node:crypto';
import { baselineJpeg } from '@xiaoer/server/files/testing/sample-pictures';
import type { Caller } from '@xiaoer/server/testing/signed-in-as';
import type { TestHouse } from '@xiaoer/server/testing/test-house';
import { dateOf } from '@xiaoer/domain/time/instant';

/** The record that a path's `{id}` stands for, by the path up to there. */
export type Subjects = Readonly<Record<string, string>>;

const send = async (who: Caller, [url, body, version]: [string, object, number?]): Promise<string> => {
  const answer = await who.post(url, body, version === undefined ? {} : { version });
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.id;
};

/** A demand of the furnished enterprise with a file, accepted by unit `one`. */
const acceptedDemand = async (
  { as, units, people, territories, enterpriseId }: TestHouse,
  files: readonly string[],
) => {
  const particulars = { title: '停电', text: '全厂停电。', category: 'power', territoryId: territories.park };
  const id = await send(as.officer, ['/api/demands', { channel: 'visit', enterpriseId, particulars, files }]);
  const url = `/api/demands/${id}`;
  await send(as.desk, [`${url}/decide-remit`, { remit: 'own', reason: '属本区' }, 1]);
  await send(as.desk, [`${url}/route`, { lead: { unitId: units.one } }, 2]);
  const { body } = await as.desk.get<{ item: { version: number } }>(url);
  await send(as.headOne, [`${url}/accept`, { personId: people.handlerOne }, body.item.version]);
  return id;
};

const settingsIdOf = async ({ pool, tenantId }: TestHouse): Promise<string> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant', $1, true)", [String(tenantId)]);
    const { rows } = await client.query<{ settings_id: string }>('select settings_id from settings');
    return rows[0]?.settings_id ?? '';
  } finally {
    await client.query('rollback');
    client.release();
  }
};

/** Records that are made by the program itself: who may see and change them is what the tests ask. */
const madeByTheProgram = async (house: TestHouse): Promise<Subjects> => {
  const { run, units, territories, people, enterpriseId } = house;
  const today = dateOf(house.clock.now);
  const make = async (
    aggregate: string,
    key: string,
    command: { type: string; [field: string]: unknown },
  ) => {
    const id = randomUUID();
    await run(aggregate, id, { [key]: id, ...command });
    return id;
  };
  const territoryId = territories.park;
  return {
    '/api/people': await make('person', 'personId', {
      type: 'RegisterPerson',
      personal: { name: '冯同事' },
      unitId: units.one,
    }),
    '/api/categories': await make('category', 'categoryId', {
      type: 'AddCategory',
      key: 'sample',
      names: { zh: '样例', en: 'Sample' },
    }),
    '/api/duty-rosters': await make('duty-roster', 'dutyRosterId', {
      type: 'OpenDutyRoster',
      name: '水土值班',
      unitId: units.one,
      territoryId,
    }),
    '/api/visits': await make('visit', 'visitId', {
      type: 'PlanVisit',
      visitorIds: [people.officer],
      target: { kind: 'enterprise', enterpriseId },
      territoryId,
      on: today,
      purposes: ['service'],
    }),
    '/api/policy-sessions': await make('policy-session', 'policySessionId', {
      type: 'HoldPolicySession',
      organiserUnitId: units.one,
      speakerIds: [people.headOne],
      topic: '惠企政策',
      on: today,
      attendees: 12,
      enterpriseIds: [enterpriseId],
      handbookGiven: true,
    }),
    '/api/projects': await make('project', 'projectId', {
      type: 'RegisterProject',
      name: '二期厂房',
      investment: 'enterprise',
      enterpriseId,
      unitId: units.one,
      territoryId,
      stage: 'land',
      since: today,
      papersComplete: false,
    }),
  };
};

/** An import of the officer's: the sheet that the program itself hands out. */
const importedSheet = async ({ as }: TestHouse): Promise<string> => {
  const { body: template } = await as.officer.download('/api/imports/template.xlsx');
  const { body } = await as.officer.upload<{ importId: string }>('/api/imports', template);
  return body.importId;
};

/** One record of every kind, all within the reach of those whom `testHouse` furnishes. */
export const furnishSubjects = async (house: TestHouse): Promise<Subjects> => {
  const { enterpriseId, units, people } = house;
  const { body: file } = await house.as.officer.upload('/api/files?name=photo.jpg', baselineJpeg());
  const demandId = await acceptedDemand(house, [file.fileId]);
  const lead = { unitId: units.one, personId: people.headOne };
  return {
    '/api/files': file.fileId,
    '/api/imports': await importedSheet(house),
    '/api/figures': 'demands-collected',
    '/api/lists/{kind}': demandId,
    '/api/demands': demandId,
    '/api/portal/demands': demandId,
    '/api/organisations': house.units.one,
    '/api/territories': house.territories.park,
    '/api/enterprises': house.enterpriseId,
    '/api/settings': await settingsIdOf(house),
    '/api/packages': await send(house.as.desk, ['/api/packages', { enterpriseId, title: '用电', lead }]),
    ...(await madeByTheProgram(house)),
  };
};

/** The subject that a route's path names, if it names one. */
export const subjectOf = (subjects: Subjects, path: string): string | undefined =>
  subjects[path.split('/{')[0] ?? ''];
