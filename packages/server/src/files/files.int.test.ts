import { randomUUID } from 'node:crypto';
import { load } from 'exifreader';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { baselineJpeg, jpegWithMetadata, redPng } from './testing/sample-pictures.ts';
import { sampleOoxml } from './testing/sample-zip.ts';

const photo = () => jpegWithMetadata(baselineJpeg());
const latitude = (bytes: Buffer) => load(bytes, { expanded: true }).gps?.Latitude;

describe('files over HTTP', async () => {
  const house = await testHouse();
  const { as } = house;
  const refused = async (bytes: Buffer) => (await as.officer.upload('/api/files', bytes)).body;
  const statusOf = async (who: keyof typeof as, fileId: string) =>
    (await as[who].get(`/api/files/${fileId}`)).status;

  const registration = (files: readonly string[]) => ({
    channel: 'visit',
    enterpriseId: house.enterpriseId,
    particulars: {
      title: '路灯不亮',
      text: '厂门口的路灯坏了三天，夜班工人出行不安全。',
      category: 'roads',
      territoryId: house.territories.park,
    },
    files,
  });

  describe('uploading', () => {
    it('stores a photo without its position under a name that fits its content', async () => {
      const stored = await as.officer.upload('/api/files?name=..%2F现场.exe', photo());
      expect(stored).toMatchObject({ status: 201, body: { name: '现场.jpg', type: 'image/jpeg' } });
      const file = await as.officer.download(`/api/files/${stored.body.fileId}`);
      expect(file.status).toBe(200);
      expect(file.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': String(stored.body.bytes),
        'x-content-type-options': 'nosniff',
        'content-disposition': `inline; filename="__.jpg"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.jpg`,
      });
      // The browser's own styles fit the picture to the window.
      expect(file.headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      expect(latitude(photo())).toBeDefined();
      expect(latitude(file.body)).toBeUndefined();
    });

    it('keeps the position when that is wanted', async () => {
      const { body } = await as.officer.upload('/api/files?keepPosition', photo());
      const file = await as.officer.download(`/api/files/${body.fileId}?download`);
      expect(file.body.equals(photo())).toBe(true);
      expect(file.headers['content-disposition']).toMatch(/^attachment/);
    });

    it('refuses what is empty, unknown, or expands too much, with its own code', async () => {
      const bomb = sampleOoxml('xlsx', { name: 'xl/a.xml', content: Buffer.alloc(40_000_000, 32) });
      expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'file.empty', status: 400 });
      expect(await refused(Buffer.from('<html>'))).toMatchObject({ code: 'file.notAllowed', status: 415 });
      expect(await refused(bomb)).toMatchObject({ code: 'file.expandsTooMuch', status: 413 });
      expect(await refused(Buffer.alloc(51 * 1024 * 1024))).toMatchObject({
        code: 'file.tooLarge',
        status: 413,
      });
    });

    it('is for people who are signed in', async () => {
      expect((await house.stranger.upload('/api/files', redPng())).status).toBe(401);
    });
  });

  describe('a file that a demand names', () => {
    let raised = '';
    let proof = '';
    let foreign = '';

    beforeAll(async () => {
      raised = (await as.contact.upload('/api/files?name=a.png', redPng())).body.fileId;
      proof = (await as.officer.upload('/api/files?name=b.png', redPng())).body.fileId;
      foreign = (await as.handlerTwo.upload('/api/files?name=c.png', redPng())).body.fileId;
      const demand = await as.contact.post('/api/demands', { ...registration([raised]), channel: 'portal' });
      expect(demand.status).toBe(201);
      const noted = await as.officer.post(
        `/api/demands/${demand.body.id}/add-note`,
        { note: '现场看过', files: [proof] },
        { version: demand.body.version },
      );
      expect(noted.status).toBe(200);
    });

    it('is read by its uploader, and by whoever reads the demand', async () => {
      expect(await statusOf('contact', raised)).toBe(200);
      expect(await statusOf('officer', raised)).toBe(200);
      expect(await statusOf('desk', raised)).toBe(200);
      expect(await statusOf('inspector', proof)).toBe(200);
    });

    it('does not exist for staff out of scope, nor for the asker where it is internal', async () => {
      expect(await statusOf('handlerTwo', raised)).toBe(404);
      expect(await statusOf('admin', raised)).toBe(404);
      expect(await statusOf('contact', proof)).toBe(404);
      expect(await statusOf('desk', foreign)).toBe(404);
    });

    it('reaches the asker once it is told outward', async () => {
      const answer = (await as.officer.upload('/api/files', redPng())).body.fileId;
      const demand = await as.officer.post('/api/demands', registration([]));
      expect(await statusOf('contact', answer)).toBe(404);
      const told = await as.officer.post(
        `/api/demands/${demand.body.id}/tell-enterprise`,
        { text: '已经报修，照片附后。', files: [answer] },
        { version: demand.body.version },
      );
      expect(told.status).toBe(200);
      expect(await statusOf('contact', answer)).toBe(200);
    });

    it('cannot be named by somebody for whom it does not exist', async () => {
      const unknown = { pointer: '/body/files', code: 'field.unknown-file' };
      for (const id of [foreign, proof, randomUUID()]) {
        const stolen = await as.contact.post<{ errors: unknown }>('/api/demands', {
          ...registration([id]),
          channel: 'portal',
        });
        expect(stolen).toMatchObject({
          status: 400,
          body: { errors: [{ ...unknown, facts: { files: [id] } }] },
        });
      }
    });
  });
});
