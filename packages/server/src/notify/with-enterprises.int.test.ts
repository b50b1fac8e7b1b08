import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SESSION_COOKIE } from '../auth/session.ts';
import { transact } from '../db/transact.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { insertNotices } from '../workers/insert-notices.ts';

const house = await testHouse();
const { as, people, enterpriseId, tenantId, territories, deps } = house;

const anotherEnterprise = async (name: string): Promise<string> => {
  const site = { name: '厂区', territoryId: territories.park, address: '云汉大道2号', tenure: 'rented' };
  const { status, body } = await as.officer.post('/api/enterprises', { name, stage: 'production', site });
  expect(status).toBe(201);
  return body.id;
};

const demandOf = async (enterprise: string): Promise<string> => {
  const particulars = { title: '积水', text: '积水。', category: 'other', territoryId: territories.park };
  const sent = { channel: 'visit', enterpriseId: enterprise, particulars };
  const { status, body } = await as.officer.post('/api/demands', sent);
  expect(status).toBe(201);
  return body.id;
};

/** As the workers do: one person is told of one thing. */
const tell = async (personId: PersonId, streamId: string, cause = '1'): Promise<void> => {
  const { now } = house.clock;
  const drafts = [{ personId, kind: 'enterpriseTold', facts: { number: 'LJ-1' } }];
  await transact(house.pool, { tenantId }, async (tx) => {
    await insertNotices(tx, [{ drafts, streamId, cause, now }], { now, outside: false });
    return { answer: undefined, keep: true };
  });
};

type Told = { readonly streamId: string; readonly enterpriseId: string | null };

const toldTo = async (who: 'contact' | 'officer'): Promise<Readonly<Record<string, string | null>>> => {
  const caller = await signedInAs(house.app, { deps, tenantId, personId: people[who] });
  const { body } = await caller.get<{ notices: readonly Told[] }>('/api/notices');
  return Object.fromEntries(body.notices.map((notice) => [notice.streamId, notice.enterpriseId]));
};

const contactAt = async (verb: string, sent: object): Promise<void> => {
  const { version } = (await as.admin.get<{ version: number }>(`/api/people/${people.contact}`)).body;
  const { status } = await as.admin.post(`/api/people/${people.contact}/${verb}`, sent, { version });
  expect(status).toBe(200);
};

describe('a notice', () => {
  let [one, other, foreign] = ['', '', ''];
  let otherEnterprise = '';
  beforeAll(async () => {
    otherEnterprise = await anotherEnterprise('另一家公司');
    one = await demandOf(enterpriseId);
    other = await demandOf(otherEnterprise);
    foreign = await demandOf(await anotherEnterprise('无关公司'));
    for (const streamId of [one, other, foreign])
      for (const who of ['contact', 'officer'] as const) await tell(people[who], streamId);
  });

  it('names no enterprise to whoever speaks for one only', async () => {
    const none = { [one]: null, [other]: null, [foreign]: null };
    expect(await toldTo('contact')).toEqual(none);
    expect(await toldTo('officer')).toEqual(none);
  });

  it('names to a contact of two enterprises which of them it is about, and never one that is not theirs', async () => {
    await contactAt('grant-contact-role', { enterpriseId: otherEnterprise, from: '2022-06-01' });
    expect(await toldTo('contact')).toEqual({
      [one]: enterpriseId,
      [other]: otherEnterprise,
      [foreign]: null,
    });
    expect(await toldTo('officer')).toEqual({ [one]: null, [other]: null, [foreign]: null });
  });

  it('names it as it comes, too', async () => {
    await house.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = house.app.server.address() as AddressInfo;
    const { cookie } = await signedInAs(house.app, { deps, tenantId, personId: people.contact });
    const frame = new Promise<Told>((resolve, reject) => {
      const headers = { cookie: `${SESSION_COOKIE}=${cookie}` };
      const asked = request({ port, host: '127.0.0.1', path: '/api/notices/stream', headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          if (text.includes('retry:') && !text.includes('event: notice')) void come();
          const [, told] = /^data: (.+)$/m.exec(text) ?? [];
          if (told !== undefined) resolve(JSON.parse(told));
        });
      });
      onTestFinished(() => void asked.destroy());
      asked.on('error', reject).end();
    });
    const come = async (): Promise<void> => {
      await tell(people.contact, other, '2');
      await deps.announcements.announce();
    };
    expect(await frame).toMatchObject({ streamId: other, enterpriseId: otherEnterprise });
  });

  it('does not name it any more when the role has ended', async () => {
    type Held = { grants: { grantId: string; enterpriseId: string }[] };
    const { grants } = (await as.admin.get<Held>(`/api/people/${people.contact}`)).body;
    const { grantId } = grants.find((grant) => grant.enterpriseId === otherEnterprise) ?? {};
    await contactAt('end-contact-role', { grantId, lastDay: '2022-06-01' });
    house.clock.advance(24 * 60);
    expect(await toldTo('contact')).toEqual({ [one]: null, [other]: null, [foreign]: null });
  });
});
