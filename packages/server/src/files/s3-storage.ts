import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { StorageFault, assertKey, type FileStorage, type StoredFile } from './file-storage.ts';
import { EMPTY_DIGEST, signS3Request, type S3Credentials } from './sign-s3-request.ts';
import { spoolFile } from './spool-file.ts';

export type S3Settings = S3Credentials & {
  /** For example `https://s3.example.cn`; without a path. */
  readonly endpoint: string;
  readonly bucket: string;
  /** `path`: endpoint/bucket/key (MinIO); `host`: bucket.endpoint/key (most public clouds). */
  readonly addressing: 'path' | 'host';
  /** Put before every key, for a bucket that is shared; empty or ending in `/`. */
  readonly prefix: string;
  /** A local folder for uploads whose digest is not known yet. */
  readonly spoolFolder: string;
};

/** What a test replaces. */
export type S3Surroundings = {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

type Call = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly key: string;
  readonly path?: string;
};

const ATTEMPTS = 4;
const FIRST_PAUSE_MILLISECONDS = 200;
const ANSWER_WITHIN_MILLISECONDS = 120_000;
const isPassing = (status: number) => status >= 500 || status === 429;

/** Files in a bucket that speaks the S3 protocol. */
class S3Storage implements FileStorage {
  private readonly settings: S3Settings;
  private readonly around: S3Surroundings;

  constructor(settings: S3Settings, around: S3Surroundings) {
    this.settings = settings;
    this.around = around;
  }

  async put(source: AsyncIterable<Uint8Array>, expectedKey?: string): Promise<StoredFile> {
    const { key, bytes, path } = await spoolFile(this.settings.spoolFolder, source, expectedKey);
    try {
      if (!(await this.has(key))) await this.call({ method: 'PUT', key, path });
      return { key, bytes };
    } finally {
      await rm(path, { force: true });
    }
  }

  async open(key: string): Promise<Readable | undefined> {
    const answer = await this.call({ method: 'GET', key });
    if (answer === undefined) return undefined;
    return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body);
  }

  async has(key: string): Promise<boolean> {
    return (await this.call({ method: 'HEAD', key })) !== undefined;
  }

  async remove(key: string): Promise<void> {
    await this.call({ method: 'DELETE', key });
  }

  /** The answer, or undefined when the key is not there. Passing failures are tried again: every call is idempotent. */
  private async call(call: Call): Promise<Response | undefined> {
    assertKey(call.key);
    let failure = 'no answer';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await this.around.wait(FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1));
      const answer = await this.send(call).catch((fault: unknown) => {
        failure = fault instanceof Error ? fault.name : 'no answer';
      });
      if (answer === undefined) continue;
      if (answer.ok) return answer;
      await answer.body?.cancel();
      if (answer.status === 404 && call.method !== 'PUT') return undefined;
      failure = `status ${answer.status}`;
      if (!isPassing(answer.status)) break;
    }
    throw new StorageFault(`The file storage refused ${call.method}: ${failure}.`);
  }

  private async send(call: Call): Promise<Response> {
    const url = this.urlOf(call.key);
    const request = {
      method: call.method,
      url,
      headers: {},
      payloadDigest: call.path === undefined ? EMPTY_DIGEST : call.key,
    };
    const headers = signS3Request(request, this.settings, this.around.now());
    const body = call.path === undefined ? undefined : await openAsBlob(call.path);
    // The signal guards the wait for the answer only: a large file may stream for longer.
    const guard = new AbortController();
    const timer = setTimeout(() => guard.abort(), ANSWER_WITHIN_MILLISECONDS);
    const options = { method: call.method, headers, redirect: 'error', signal: guard.signal } as const;
    return fetch(url, body === undefined ? options : { ...options, body }).finally(() => clearTimeout(timer));
  }

  private urlOf(key: string): URL {
    const { endpoint, bucket, addressing, prefix } = this.settings;
    const url = new URL(endpoint);
    if (addressing === 'host') url.hostname = `${bucket}.${url.hostname}`;
    url.pathname = addressing === 'host' ? `/${prefix}${key}` : `/${bucket}/${prefix}${key}`;
    return url;
  }
}

/** Opens a bucket that exists already. */
export function openS3Storage(
  settings: S3Settings,
  around: S3Surroundings = { now: Date.now, wait: (milliseconds) => pause(milliseconds) },
): FileStorage {
  return new S3Storage(settings, around);
}
