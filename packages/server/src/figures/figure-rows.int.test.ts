import { expect, it } from 'vitest';
import { assertDate } from '@xiaoer/domain/time/local-date';
import { read } from '../db/transact.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { computeFigures } from './compute-figures.ts';

const house = await testHouse();
const { clock, deps, enterpriseId, people, tenantId, territories, units } = house;
const signIn = (who: keyof typeof people) => signedInAs(house.app, { deps, tenantId, personId: people[who] });

type Row = { readonly id: string; readonly name: string | null; readonly on: string };
type Figure = { readonly id: string; readonly rows: number };

let desk = await signIn('desk');
const raise = async (title: string): Promise<{ readonly id: string; readonly version: number }> => {
  clock.advance(1);
  const particulars = { title, text: title, category: 'power', territoryId: territories.park };
  const { body } = await desk.post('/api/demands', { channel: 'visit', enterpriseId, particulars });
  return body;
};

const first = clock.now.slice(0, 10);
const titles = ['一', '二', '三', '四', '五'].map((n) => `${n}号线停电`);
const raised = [];
for (const title of titles) raised.push(await raise(title));
const [one, two] = raised;
const remit = { remit: 'own', reason: '属于本区职责' };
const after = await desk.post(`/api/demands/${one?.id}/decide-remit`, remit, { version: one?.version ?? 0 });
await desk.post(`/api/demands/${two?.id}/decide-remit`, remit, { version: two?.version ?? 0 });
clock.advance(40 * 1_440);
desk = await signIn('desk');
const leader = await signIn('leader');
const later = clock.now.slice(0, 10);
const late = await raise('六号线停电');
const routing = { lead: { unitId: units.one }, note: '请牵头办理。' };
await desk.post(`/api/demands/${one?.id}/route`, routing, { version: after.body.version });

const rows = async (figure: string, asOf: string, more = ''): Promise<readonly Row[]> =>
  (await leader.get<{ rows: readonly Row[] }>(`/api/figures/${figure}/rows?asOf=${asOf}${more}`)).body.rows;
const names = async (figure: string, asOf: string) => (await rows(figure, asOf)).map(({ name }) => name);

it('are the demands as they stood on the day, in the order in which they were raised', async () => {
  expect(await names('demands-collected', first)).toEqual(titles);
  expect(await names('demands-collected', later)).toEqual([...titles, '六号线停电']);
  expect(await names('demands-own-remit', first)).toEqual(titles.slice(0, 2));
  expect(await names('demands-overdue', first)).toEqual([]);
  expect(await names('demands-overdue', later)).toEqual(titles);
});

it('are told by their titles to whoever may read them only', async () => {
  const head = await signIn('headTwo');
  for (const figure of ['demands-collected', 'demands-overdue']) {
    const { body } = await head.get<{ rows: readonly Row[] }>(`/api/figures/${figure}/rows?asOf=${later}`);
    expect(body.rows.length).toBe((await rows(figure, later)).length);
    expect(body.rows.map(({ name }) => name)).toEqual(body.rows.map(() => null));
  }
  const own = await (
    await signIn('headOne')
  ).get<{ rows: readonly Row[] }>(`/api/figures/demands-collected/rows?asOf=${later}`);
  expect(own.body.rows.flatMap(({ name }) => name ?? [])).toEqual([titles[0]]);
});

it('are turned page by page, each once', async () => {
  for (const figure of ['demands-collected', 'demands-overdue']) {
    const all = await rows(figure, later);
    const seen: Row[] = [];
    for (let last = ''; seen.length < 10; last = `&after=${seen.at(-1)?.id}`) {
      const page = await rows(figure, later, `&limit=2${last}`);
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(seen).toEqual(all);
  }
  expect(await rows('demands-collected', later, `&after=${late.id}`)).toEqual([]);
});

it('are as many as the figure says', async () => {
  for (const asOf of [first, later]) {
    const { body } = await leader.get<{ figures: readonly Figure[] }>(`/api/figures?asOf=${asOf}`);
    for (const { id, rows: behind } of body.figures)
      expect([id, (await rows(id, asOf)).length]).toEqual([id, behind]);
  }
});

it('are counted with more patience than a page has, for a large zone whose records are on disk', async () => {
  const patience = await read(house.pool, { tenantId }, async (db) => {
    await computeFigures(db, { from: assertDate('2022-01-01'), asOf: assertDate('2022-06-30') });
    return db.query('show statement_timeout');
  });
  expect(patience).toEqual([{ statement_timeout: '1min' }]);
});

it('judge by the closing that stood on the day, though the demand was reopened and closed again since', async () => {
  const demand = await raise('七号线停电');
  let { version } = demand;
  const does = async (who: keyof typeof people, verb: string, body: object) => {
    clock.advance(1);
    const answer = await (await signIn(who)).post(`/api/demands/${demand.id}/${verb}`, body, { version });
    expect([verb, answer.status]).toEqual([verb, 200]);
    ({ version } = answer.body);
  };
  const answered = (answer: object) =>
    does('headOne', 'submit-answer', { answer: { text: '答复', ...answer } });
  await does('desk', 'decide-remit', remit);
  await does('desk', 'route', routing);
  await does('headOne', 'accept', { personId: people.handlerOne });
  await answered({ conclusion: 'conditionsLacking', reviewOn: '2022-12-01' });
  await does('desk', 'open-call-back', {});
  for (let call = 0; call < 3; call += 1) {
    clock.advance(4 * 1_440);
    await does('inspector', 'record-call-back', { result: 'unreachable', note: '无人接听' });
  }
  const unreached = clock.now.slice(0, 10);
  const judged = async (asOf: string) =>
    (
      await (
        await signIn('leader')
      ).get<{ rows: readonly Row[] }>(`/api/figures/satisfaction-rate/rows?asOf=${asOf}`)
    ).body.rows.some(({ id }) => id === demand.id);
  clock.advance(1_440);
  desk = await signIn('desk');
  await does('desk', 'reopen', { reason: '条件已具备' });
  await answered({ conclusion: 'solved' });
  await does('contact', 'give-verdict', { grade: 'satisfied', words: '', solved: 'solved' });
  expect([await judged(unreached), await judged(clock.now.slice(0, 10))]).toEqual([false, true]);
});
