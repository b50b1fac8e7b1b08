import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../app.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { drainOutbox } from '../workers/outbox.ts';
import { packageStore } from './store.ts';

const house = await testHouse();
const { as, people, units, tenantId, enterpriseId, territories } = house;

const register = async (title: string): Promise<string> => {
  const particulars = { title, text: `${title}。`, category: 'power', territoryId: territories.park };
  return (await as.desk.post('/api/demands', { channel: 'visit', enterpriseId, particulars })).body.id;
};
const openPackage = async (): Promise<string> => {
  const lead = { unitId: units.one, personId: people.headOne };
  return (await as.desk.post('/api/packages', { enterpriseId, title: '扩建几件事', lead })).body.id;
};
const add = (id: string, demandId: string, version = 1) =>
  as.desk.post(`/api/packages/${id}/add-demand`, { demandId }, { version });

type Standing = { readonly version: number; readonly parts: number };
const standingOf = async (id: string) => (await as.desk.get<Standing>(`/api/packages/${id}`)).body;
const listed = async (id: string): Promise<readonly string[]> => {
  const { body } = await as.desk.get<{ items: { id: string }[] }>(`/api/demands?show=all&package=${id}`);
  return body.items.map((item) => item.id);
};

describe('the demands of a package', () => {
  it('are listed as they are put in and taken out, before any worker has looked', async () => {
    const [stays, goes] = [await register('迁移杆线'), await register('加宽路口')];
    const id = await openPackage();
    await add(id, stays);
    expect((await add(id, goes, 2)).body).toEqual({ id, version: 3 });
    expect((await listed(id)).toSorted()).toEqual([stays, goes].toSorted());
    const taken = { demandId: goes, reason: '与扩建无关' };
    expect((await as.desk.post(`/api/packages/${id}/take-out-demand`, taken, { version: 3 })).status).toBe(
      200,
    );
    expect(await listed(id)).toEqual([stays]);
    const { body } = await as.desk.get<{ story: { type: string; by: unknown; data: object }[] }>(
      `/api/demands/${goes}`,
    );
    expect(body.story.slice(-2)).toMatchObject([
      { type: 'DemandPackaged', by: null, data: { packageId: id } },
      { type: 'DemandUnpackaged', by: null, data: { packageId: id, reason: '与扩建无关' } },
    ]);
  });

  it('are told of it once: the workers find nothing more to do', async () => {
    const part = await register('接污水管');
    const id = await openPackage();
    await add(id, part);
    const storyOf = async () => (await as.desk.get<{ story: object[] }>(`/api/demands/${part}`)).body.story;
    const before = await storyOf();
    const refused: string[] = [];
    const workers = { ...house.deps, registry: house.registry };
    const onRefused = ({ command }: { readonly command: string }) => void refused.push(command);
    while ((await drainOutbox({ ...workers, onRefused }, house.clock.now)).events > 0);
    expect(await storyOf()).toEqual(before);
    expect(refused).not.toContain('JoinPackage');
  });

  it('are in one package only, however fast two reach for one', async () => {
    const part = await register('申请绿地');
    const packages = [await openPackage(), await openPackage()];
    const answers = await Promise.all(packages.map((id) => add(id, part)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const parts = await Promise.all(packages.map(async (id) => (await standingOf(id)).parts));
    expect(parts.toSorted()).toEqual([0, 1]);
  });

  it('leave a package that was closed by hand when they open again', async () => {
    const part = await register('申请临时用电');
    const id = await openPackage();
    await add(id, part);
    const withdrawn = { askersWords: '暂时不需要了', proof: [] };
    expect((await as.desk.post(`/api/demands/${part}/withdraw`, withdrawn, { version: 2 })).status).toBe(200);
    const reason = '其余各自办理';
    expect((await as.desk.post(`/api/packages/${id}/close`, { reason }, { version: 2 })).status).toBe(200);
    expect(await listed(id)).toEqual([part]);
    await house.run('package', id, { type: 'ReopenPackage', demandId: part });
    expect(await standingOf(id)).toMatchObject({ status: 'closed', closedBecause: reason, parts: 0 });
    expect(await listed(id)).toEqual([]);
    const { body } = await as.desk.get<{ story: { type: string; data: object }[] }>(`/api/demands/${part}`);
    expect(body.story.at(-1)).toMatchObject({ type: 'DemandUnpackaged', data: { reason } });
  });

  it('and the package change together or not at all', async () => {
    const part = await register('办理产权');
    const id = await openPackage();
    const failing = packageStore({
      configuration: house.configuration,
      stepFor: () => {
        throw new Error('the program breaks off');
      },
    });
    const deps = { ...house.deps, stores: { ...house.stores, package: failing } };
    const app = await buildApp(deps);
    onTestFinished(() => app.close());
    const desk = await signedInAs(app, { deps, tenantId, personId: people.desk });
    const tried = await desk.post(`/api/packages/${id}/add-demand`, { demandId: part }, { version: 1 });
    expect(tried.status).toBe(500);
    expect(await standingOf(id)).toMatchObject({ version: 1, parts: 0 });
  });
});
