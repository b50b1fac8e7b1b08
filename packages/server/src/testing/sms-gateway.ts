import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleanUp } from './clean-up.ts';

const TOKEN = 'the token of the gateway';

export type SmsGateway = {
  /** What SMS_URL and SMS_TOKEN would say. */
  readonly settings: { readonly url: string; readonly token: string };
  /** The messages it has taken. */
  readonly taken: { readonly phone: string; readonly text: string }[];
  /** Answers to nobody from now on, until the answer is called. */
  readonly hold: () => () => void;
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
};

const isMessage = (value: unknown): value is { phone: string; text: string } =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'phone,text' &&
  Object.values(value).every((part) => typeof part === 'string');

/** A gateway on loopback that takes `{phone, text}` as JSON by POST, and only with its token. */
export const smsGateway = async (): Promise<SmsGateway> => {
  const taken: { phone: string; text: string }[] = [];
  let held: Promise<void> = Promise.resolve();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { authorization, 'content-type': type } = request.headers;
    const text = await textOf(request);
    await held;
    if (authorization !== `Bearer ${TOKEN}`) return void response.writeHead(401).end();
    const message: unknown = type === 'application/json' ? JSON.parse(text) : undefined;
    const isWhole = request.method === 'POST' && request.url === '/messages' && isMessage(message);
    if (isWhole) taken.push(message);
    response.writeHead(isWhole ? 202 : 400).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    return resolve;
  };
  return { settings: { url: `http://127.0.0.1:${port}/messages`, token: TOKEN }, taken, hold };
};
