import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openS3Storage } from './s3-storage.ts';
import { EMPTY_DIGEST, signS3Request } from './sign-s3-request.ts';
import { startFakeS3, type FakeS3 } from './testing/fake-s3.ts';

const SECRET = 'a/secret+key';
let s3: FakeS3;
let spoolFolder: string;
const pauses: number[] = [];

beforeEach(async () => {
  s3 = await startFakeS3(SECRET);
  spoolFolder = await mkdtemp(join(tmpdir(), 'spool-'));
  pauses.length = 0;
});
afterEach(async () => {
  await s3.close();
  await rm(spoolFolder, { recursive: true, force: true });
});

const storage = (changes: { secretAccessKey?: string; prefix?: string } = {}) =>
  openS3Storage(
    {
      endpoint: s3.endpoint,
      bucket: 'park',
      region: 'cn-north-1',
      addressing: 'path',
      prefix: '',
      accessKeyId: 'key',
      secretAccessKey: SECRET,
      spoolFolder,
      ...changes,
    },
    { now: Date.now, wait: async (milliseconds) => pauses.push(milliseconds) },
  );

async function* source(...chunks: (string | Buffer)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

describe('S3 storage', () => {
  it('puts, finds, gives back and removes a file with signed requests', async () => {
    const files = storage({ prefix: 'xiaoer/照 片/' });
    const picture = Buffer.alloc(300_000, 'picture');
    const { key, bytes } = await files.put(source(picture.subarray(0, 7), picture.subarray(7)));
    expect({ key, bytes }).toEqual({ key: digest(picture), bytes: picture.length });
    expect([...s3.objects.keys()]).toEqual([`/park/xiaoer/%E7%85%A7%20%E7%89%87/${key}`]);
    const found = await files.open(key);
    expect(found && (await buffer(found)).equals(picture)).toBe(true);
    await files.remove(key);
    expect(await files.has(key)).toBe(false);
    expect(await files.open(key)).toBeUndefined();
    expect(await readdir(spoolFolder)).toEqual([]);
  });

  it('sends equal content once', async () => {
    await storage().put(source('a'));
    await storage().put(source('a'));
    expect(s3.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  it('tries passing failures again with growing pauses', async () => {
    s3.failures.push(503, 500, 429);
    const { key } = await storage().put(source('a'));
    expect(s3.objects.has(`/park/${key}`)).toBe(true);
    expect(pauses).toEqual([200, 400, 800]);
  });

  it('gives up on lasting failures and leaves nothing in the spool', async () => {
    s3.failures.push(500, 500, 500, 500);
    await expect(storage().put(source('a'))).rejects.toThrow('refused HEAD: status 500');
    expect(await readdir(spoolFolder)).toEqual([]);
  });

  it('is turned away at once with a wrong secret', async () => {
    await expect(storage({ secretAccessKey: 'wrong' }).has(digest('a'))).rejects.toThrow('status 403');
    expect(pauses).toEqual([]);
  });
});

const signature = (headers: Record<string, string>) => headers['authorization']?.split('Signature=')[1];

describe('signS3Request', () => {
  // Examples of "Authenticating Requests: Using the Authorization Header", Amazon S3 API Reference.
  const credentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  };
  const now = Date.UTC(2013, 4, 24);

  it('signs the published GET example', () => {
    const request = {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { Range: 'bytes=0-9' },
      payloadDigest: EMPTY_DIGEST,
    };
    expect(signature(signS3Request(request, credentials, now))).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  it('signs the published PUT example', () => {
    const request = {
      method: 'PUT',
      url: new URL('https://examplebucket.s3.amazonaws.com/test$file.text'),
      headers: { Date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      payloadDigest: digest('Welcome to Amazon S3.'),
    };
    expect(signature(signS3Request(request, credentials, now))).toBe(
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    );
  });

  it('signs the published query example', () => {
    const request = {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'),
      headers: {},
      payloadDigest: EMPTY_DIGEST,
    };
    expect(signature(signS3Request(request, credentials, now))).toBe(
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
  });
});
