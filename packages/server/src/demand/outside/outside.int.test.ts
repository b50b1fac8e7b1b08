import type { outsideLetter } from '@xiaoer/contract/outside';
import type { ResponseOf } from '@xiaoer/contract/route';
import { beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../db/transact.ts';
import { textOfDocx } from '../../files/testing/text-of-docx.ts';
import { redPng } from '../../files/testing/sample-pictures.ts';
import { testHouse } from '../../testing/test-house.ts';

type Letter = ResponseOf<typeof outsideLetter>;
type Made = { token: string; expiresAt: string };

describe('the one-time link of a referral', async () => {
  const house = await testHouse();
  const { as, stranger } = house;
  const referral = {
    body: { name: '市供电公司' },
    letterNumber: '两江函〔2022〕8号',
    letter: '请贵单位明确第二路电源的接入方案。',
    due: '2022-06-20',
  };

  /** A demand with words for staff only in every field that takes them; each begins with 内部. */
  const referred = async (): Promise<{ id: string; version: () => number; act: typeof act }> => {
    const { body } = await as.officer.post('/api/demands', {
      channel: 'message',
      source: { original: '内部原文：王总微信里说的' },
      enterpriseId: house.enterpriseId,
      particulars: {
        title: '双回路供电',
        text: '二期厂房单回路供电，年内停电三次。',
        category: 'power',
        territoryId: house.territories.park,
      },
    });
    let { version } = body;
    const act = async (who: keyof typeof as, verb: string, sent: object) => {
      const done = await as[who].post(`/api/demands/${body.id}/${verb}`, sent, { version });
      if (done.status !== 200) throw new Error(`${verb}: ${JSON.stringify(done.body)}`);
      version = done.body.version;
    };
    await act('officer', 'add-note', { note: '内部备注' });
    await act('officer', 'record-contact', { note: '内部联系记录' });
    await act('desk', 'route', { lead: { unitId: house.units.one }, note: '内部分办意见' });
    await act('headOne', 'decline', { reason: '内部退回理由' });
    await act('officer', 'report-upwards', { to: '内部上级', text: '内部请示' });
    await act('leader', 'give-instruction', {
      leaderId: house.people.leader,
      text: '内部批示',
      due: '2022-06-15',
    });
    await act('desk', 'remind', { text: '内部提醒' });
    await act('desk', 'decide-remit', { remit: 'outside', reason: '内部认定理由' });
    await act('desk', 'refer', referral);
    return { id: body.id, version: () => version, act };
  };

  const link = (id: string, who: 'desk' | 'officer' | 'handlerTwo' | 'contact' = 'desk') =>
    as[who].post<Made & { code: string }>(`/api/demands/${id}/outside-link`);

  describe('made by staff', () => {
    let demand: Awaited<ReturnType<typeof referred>>;
    beforeAll(async () => {
      demand = await referred();
    });

    it('is 256 random bits of which only the hash is kept', async () => {
      const { status, body } = await link(demand.id);
      expect(status).toBe(201);
      expect(Buffer.from(body.token.split('.')[1] ?? '', 'base64url')).toHaveLength(32);
      const rows = await read(house.pool, { tenantId: house.tenantId }, (db) =>
        db.query('select * from outside_link'),
      );
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(body.token.split('.')[1]);
    });

    it('ends the one before', async () => {
      const first = await link(demand.id);
      const second = await link(demand.id, 'officer');
      expect((await stranger.get(`/api/outside/${first.body.token}`)).status).toBe(404);
      expect((await stranger.get(`/api/outside/${second.body.token}`)).status).toBe(200);
    });

    it('is not for those who may not file the answer, nor for demands that are not referred', async () => {
      expect((await link(demand.id, 'handlerTwo')).status).toBe(404);
      expect((await link(demand.id, 'contact')).status).toBe(403);
      const { body } = await as.officer.post('/api/demands', {
        channel: 'visit',
        enterpriseId: house.enterpriseId,
        particulars: { title: '路', text: '坑', category: 'roads', territoryId: house.territories.park },
      });
      expect(await link(body.id)).toMatchObject({ status: 409, body: { code: 'demand.wrong-status' } });
    });

    it('shows the letter, and on paper with the link, without one word that is for staff only', async () => {
      const { token } = (await link(demand.id)).body;
      const shown = await stranger.get<Letter>(`/api/outside/${token}`);
      expect(shown.body).toMatchObject({
        body: '市供电公司',
        title: '双回路供电',
        content: '二期厂房单回路供电，年内停电三次。',
        request: referral.letter,
        letterNumber: referral.letterNumber,
        due: '2022-06-20',
        enterprise: '重庆长安新能源有限公司',
      });
      const paper = await as.desk.download(`/api/demands/${demand.id}/liaison-letter?token=${token}`);
      const text = await textOfDocx(paper.body);
      expect(text).toContain(`/outside/${token}`);
      for (const part of ['市供电公司', '双回路供电', referral.letter, '周专员'])
        expect(text).toContain(part);
      const plain = await textOfDocx(
        (await as.desk.download(`/api/demands/${demand.id}/liaison-letter?token=1.${'x'.repeat(43)}`)).body,
      );
      expect(plain).not.toContain('/outside/');
      const story = JSON.stringify((await as.desk.get(`/api/demands/${demand.id}`)).body);
      expect(story.match(/内部/g)?.length).toBeGreaterThanOrEqual(9);
      expect(`${JSON.stringify(shown.body)}${text}${plain}`).not.toContain('内部');
    });
  });

  describe('held by the body outside', () => {
    it('takes one answer with its files, which staff then read', async () => {
      const demand = await referred();
      const { token } = (await link(demand.id)).body;
      const file = await stranger.upload(`/api/outside/${token}/files?name=方案.png`, redPng());
      expect(file.status).toBe(201);
      const answer = { text: '同意接入，八月底前完工。', files: [file.body.fileId] };
      const first = await stranger.post(`/api/outside/${token}/answer`, answer);
      expect(first).toMatchObject({ status: 200, body: { answered: true } });
      const again = await stranger.post(`/api/outside/${token}/answer`, answer);
      expect(again).toMatchObject({ status: 410, body: { code: 'outside.link-over' } });
      expect((await stranger.get(`/api/outside/${token}`)).status).toBe(410);
      expect((await stranger.upload(`/api/outside/${token}/files`, redPng())).status).toBe(410);
      const detail = await as.desk.get<{ demand: { referral: { outsideAnswer: object } } }>(
        `/api/demands/${demand.id}`,
      );
      expect(detail.body.demand.referral.outsideAnswer).toMatchObject({
        ...answer,
        via: 'oneTimeLink',
        answeredOn: '2022-06-01',
      });
      expect((await as.desk.get(`/api/files/${file.body.fileId}`)).status).toBe(200);
      expect((await as.contact.get(`/api/files/${file.body.fileId}`)).status).toBe(404);
    });

    it('takes one of two answers that come at the same time', async () => {
      const demand = await referred();
      const { token } = (await link(demand.id)).body;
      const answers = await Promise.all(
        ['甲', '乙'].map((text) => stranger.post(`/api/outside/${token}/answer`, { text })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    });

    it('is over when the letter is recalled, and when its time is', async () => {
      const recalled = await referred();
      const one = (await link(recalled.id)).body.token;
      await recalled.act('desk', 'recall-referral', { reason: '内部撤回' });
      expect((await stranger.post(`/api/outside/${one}/answer`, { text: '好' })).status).toBe(410);
      const late = await referred();
      const { token, expiresAt } = (await link(late.id)).body;
      expect(expiresAt.slice(0, 10)).toBe('2022-07-21');
      const before = house.clock.now;
      house.clock.advance(51 * 24 * 60);
      expect((await stranger.get(`/api/outside/${token}`)).status).toBe(410);
      house.clock.now = before;
    });

    it('accepts no file of others and no token of its own making', async () => {
      const demand = await referred();
      const { token } = (await link(demand.id)).body;
      const { fileId } = (await as.officer.upload('/api/files', redPng())).body;
      const named = await stranger.post(`/api/outside/${token}/answer`, { text: '好', files: [fileId] });
      expect(named).toMatchObject({ status: 400, body: { errors: [{ code: 'field.unknown-file' }] } });
      for (const made of ['x', `1.${'a'.repeat(43)}`, `zzzzzz.${'a'.repeat(43)}`])
        expect((await stranger.get(`/api/outside/${made}`)).status).toBe(404);
    });
  });
});
