import { addMinutes } from '@xiaoer/domain/time/instant';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import { testHouse } from '../testing/test-house.ts';
import { insertNotices } from '../workers/insert-notices.ts';
import { deliverWaiting, type DeliveryDeps } from './deliveries.ts';
import { smtpSender } from './email.ts';

const house = await testHouse();
const { people, tenantId, clock } = house;

type Mail = { readonly to: string; readonly raw: string };
const received: Mail[] = [];
let refuse = false;

/** A mail server on loopback that speaks SMTP and can be told to refuse. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      if (refuse) return done(new Error('the mailbox is full'));
      received.push({
        to: session.envelope.rcptTo[0]?.address ?? '',
        raw: Buffer.concat(parts).toString('utf8'),
      });
      return done();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const email = smtpSender({ url: `smtp://127.0.0.1:${port}`, from: 'zone@example.cn' });
afterAll(async () => {
  email.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const deps: DeliveryDeps = { pool: house.pool, email, host: 'example.cn' };
const now = () => clock.now;

const tell = (cause: string) =>
  transact(house.pool, { tenantId }, async (tx) => {
    const facts = { number: '20220601-ABCDE', title: '厂区停电' };
    const drafts = [people.desk, people.officer].map((personId) => ({
      personId,
      kind: 'demandRouted',
      facts,
    }));
    const told = { drafts, streamId: house.enterpriseId, cause, now: clock.now };
    await insertNotices(tx, [told], { now: clock.now, outside: true });
    return { answer: undefined, keep: true };
  });

const choose = async (chosen: boolean) => {
  const answer = await house.app.inject({
    method: 'PUT',
    url: '/api/notices/choices',
    headers: { cookie: `xiaoer_session=${house.as.desk.cookie}` },
    payload: { email: chosen },
  });
  expect(answer.statusCode).toBe(200);
};

describe('e-mail about notices', () => {
  it('goes to those who chose it, once, with the sentence and nothing internal', async () => {
    await house.run('person', people.desk, {
      type: 'ChangePersonalDetails',
      personal: { name: '综合岗', phone: '13900000001', email: 'desk@example.cn' },
    } as never);
    await tell('before choosing');
    await choose(true);
    await tell('after choosing');
    await tell('after choosing');
    expect(await deliverWaiting(deps, tenantId, now)).toBe(1);
    expect(await deliverWaiting(deps, tenantId, now)).toBe(0);
    expect(received.map((mail) => mail.to)).toEqual(['desk@example.cn']);
    expect(received[0]?.raw).toMatch(/Message-ID: <notice-1-\d+@example\.cn>/);
  });

  it('is written in the language its reader chose, in Chinese before that', async () => {
    expect((await house.as.desk.get<{ language: null }>('/api/me')).body.language).toBeNull();
    const choosing = (language: string) =>
      house.app.inject({
        method: 'PUT',
        url: '/api/me/language',
        headers: { cookie: `xiaoer_session=${house.as.desk.cookie}` },
        payload: { language },
      });
    expect((await choosing('fr')).json()).toMatchObject({ errors: [{ pointer: '/body/language' }] });
    const sent: Parameters<DeliveryDeps['email']['send']>[0][] = [];
    const box = { send: async (mail: (typeof sent)[number]) => void sent.push(mail), close: () => undefined };
    for (const language of [undefined, 'en', 'zh-CN']) {
      if (language !== undefined) expect((await choosing(language)).statusCode).toBe(200);
      await tell(`in ${language}`);
      await deliverWaiting({ ...deps, email: box }, tenantId, now);
    }
    for (const { text } of sent) expect(text).toContain('厂区停电');
    const chinese = '有诉求分办到贵单位，请在时限内接单或说明理由退单（20220601-ABCDE）';
    const english =
      'A demand was routed to your unit: accept it in time, or decline it with the reason (20220601-ABCDE)';
    expect(sent.map(({ subject }) => subject)).toEqual([chinese, english, chinese]);
    expect((await house.as.desk.get<{ language: string }>('/api/me')).body.language).toBe('zh-CN');
    expect((await house.as.officer.get<{ language: null }>('/api/me')).body.language).toBeNull();
  });

  it('is tried again later under the same Message-ID when the server refuses', async () => {
    received.length = 0;
    refuse = true;
    await tell('refused at first');
    expect(await deliverWaiting(deps, tenantId, now)).toBe(1);
    expect(received).toEqual([]);
    refuse = false;
    expect(await deliverWaiting(deps, tenantId, now)).toBe(0);
    clock.advance(2);
    expect(await deliverWaiting(deps, tenantId, now)).toBe(1);
    expect(received).toHaveLength(1);
  });

  it('that a dead process was sending goes out again after a while', async () => {
    received.length = 0;
    await tell('interrupted');
    const dying = {
      ...deps,
      email: { send: () => new Promise<never>(() => undefined), close: () => undefined },
    };
    void deliverWaiting(dying, tenantId, now);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await deliverWaiting(deps, tenantId, now)).toBe(0);
    expect(await deliverWaiting(deps, tenantId, () => addMinutes(clock.now, 6))).toBe(1);
    expect(received).toHaveLength(1);
  });

  it('stops when it is no longer wanted', async () => {
    await choose(false);
    await tell('unwanted');
    expect(await deliverWaiting(deps, tenantId, () => addMinutes(clock.now, 60))).toBe(0);
  });
});
