import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** Checks a request's signature from what came over the wire, sharing no code with the signer. */
function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const found = /^AWS4-HMAC-SHA256 Credential=(.+?), ?SignedHeaders=(.+?), ?Signature=([0-9a-f]{64})$/u.exec(
    request.headers.authorization ?? '',
  );
  if (found === null) return false;
  const [, credential = '', headerNames = '', signature = ''] = found;
  const [, day = '', region = '', service = '', ending = ''] = credential.split('/');
  const stamp = String(request.headers['x-amz-date']);
  const declared = String(request.headers['x-amz-content-sha256']);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  let canonical = `${request.method}\n${path}\n${query}\n`;
  for (const name of headerNames.split(';')) canonical += `${name}:${String(request.headers[name])}\n`;
  canonical += `\n${headerNames}\n${declared}`;
  let key: Buffer = Buffer.from(`AWS4${secret}`);
  for (const part of [day, region, service, ending]) key = createHmac('sha256', key).update(part).digest();
  const message = `AWS4-HMAC-SHA256\n${stamp}\n${day}/${region}/${service}/${ending}\n${digest(canonical)}`;
  const expected = createHmac('sha256', key).update(message).digest();
  const covers = ['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) =>
    headerNames.split(';').includes(name),
  );
  return covers && declared === digest(body) && timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  request.setEncoding('latin1');
  return Buffer.from(await text(request), 'latin1');
}

export type FakeS3 = {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  readonly requests: string[];
  /** Statuses to answer before behaving again. */
  readonly failures: number[];
  readonly close: () => Promise<void>;
};

function answer(
  fake: Omit<FakeS3, 'endpoint' | 'close'>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const path = request.url ?? '';
  const stored = fake.objects.get(path);
  const end = (status: number, body?: Buffer) => response.writeHead(status).end(body);
  if (request.method === 'DELETE') {
    fake.objects.delete(path);
    return end(204);
  }
  return stored === undefined ? end(404) : end(200, request.method === 'HEAD' ? undefined : stored);
}

/** A bucket on loopback that accepts only requests signed with this secret and of known length. */
export async function startFakeS3(secret: string): Promise<FakeS3> {
  const fake = { objects: new Map<string, Buffer>(), requests: [] as string[], failures: [] as number[] };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      fake.requests.push(`${request.method} ${request.url}`);
      const failure = fake.failures.shift();
      if (failure !== undefined) return response.writeHead(failure).end();
      if (!isSigned(request, body, secret)) return response.writeHead(403).end();
      if (request.method !== 'PUT') return answer(fake, request, response);
      if (request.headers['content-length'] === undefined) return response.writeHead(411).end();
      fake.objects.set(request.url ?? '', body);
      return response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    ...fake,
    endpoint: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
