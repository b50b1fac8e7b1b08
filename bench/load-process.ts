import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { once } from 'node:events';
import { workThrough, type Windows } from './windows.ts';

/** What the load process is told, as JSON in its one argument. */
export type LoadPlan = {
  readonly port: number;
  readonly connections: number;
  readonly windows: Windows;
  readonly requests: readonly {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly body?: object;
  }[];
  /** One is taken for each connection, in turn. */
  readonly cookies: readonly string[];
};

export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly bytesEach: number;
};

/** The server counts requests by address; loopback has plenty. A connection takes a new one before its minute is full. */
const PER_ADDRESS = 2_500;
let addresses = Math.floor(Math.random() * 10_000);
const nextAddress = (): string => {
  addresses += 1;
  return `127.${1 + (Math.floor(addresses / 62_500) % 250)}.${Math.floor(addresses / 250) % 250}.${1 + (addresses % 250)}`;
};

type Answered = { readonly status: string; readonly bytes: number };
type Connection = {
  readonly exchange: (text: string) => Promise<Answered>;
  readonly close: () => void;
  left: number;
};

const HEAD_END = Buffer.from('\r\n\r\n');

/** The length of an answer with a content-length, its head included. */
const lengthOf = (head: string): number =>
  head.length + HEAD_END.length + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);

/** One request after the other. What the load costs is taken from the server on the same cores: bodies are counted, not kept. */
const open = async (port: number): Promise<Connection> => {
  const socket = connect({ port, host: '127.0.0.1', localAddress: nextAddress() });
  socket.setNoDelay(true);
  await once(socket, 'connect');
  let waiting = Promise.withResolvers<Answered>();
  let begun: Buffer | undefined;
  let length: number | undefined;
  let seen = 0;
  let status = '';
  socket.on('data', (chunk) => {
    seen += chunk.length;
    if (length === undefined) {
      begun = begun === undefined ? chunk : Buffer.concat([begun, chunk]);
      const end = begun.indexOf(HEAD_END);
      if (end < 0) return;
      status = begun.toString('latin1', 9, 12);
      length = lengthOf(begun.toString('latin1', 0, end));
    }
    if (seen >= length) waiting.resolve({ status, bytes: length });
  });
  socket.on('error', (error) => waiting.reject(error));
  socket.on('close', () => waiting.reject(new Error('the server closed the connection')));
  return {
    exchange: (text) => {
      waiting = Promise.withResolvers();
      [begun, length, seen] = [undefined, undefined, 0];
      socket.write(text);
      return waiting.promise;
    },
    close: () => {
      waiting.promise.catch(() => undefined);
      socket.destroy();
    },
    left: PER_ADDRESS,
  };
};

const textOf = (plan: LoadPlan, turn: number, cookie: string): string => {
  const request = plan.requests[turn % plan.requests.length] ?? { method: 'GET', path: '/readyz' };
  const lines = [`${request.method} ${request.path} HTTP/1.1`, 'host: 127.0.0.1', `cookie: ${cookie}`];
  if (request.body === undefined) return `${lines.join('\r\n')}\r\n\r\n`;
  const body = JSON.stringify(request.body);
  lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  lines.push(`idempotency-key: ${randomUUID()}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
};

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const run = async (plan: LoadPlan): Promise<LoadResult> => {
  const took: number[] = [];
  const answers: Record<string, number> = {};
  let bytes = 0;
  const connections = await Promise.all(Array.from({ length: plan.connections }, () => open(plan.port)));
  const turns = connections.map((_, index) => index);
  const exchange = async (index: number): Promise<Answered> => {
    let connection = connections[index];
    if (connection === undefined || connection.left === 0) {
      connection?.close();
      connection = await open(plan.port);
      connections[index] = connection;
    }
    connection.left -= 1;
    const turn = turns[index] ?? 0;
    turns[index] = turn + 1;
    return connection.exchange(textOf(plan, turn, plan.cookies[index % plan.cookies.length] ?? ''));
  };
  const count = ({ status, bytes: length }: Answered, milliseconds: number): void => {
    took.push(milliseconds);
    bytes += length;
    answers[status] = (answers[status] ?? 0) + 1;
  };
  await workThrough(plan.windows, { workers: plan.connections, exchange, count });
  for (const connection of connections) connection.close();
  const sorted = Float64Array.from(took).sort();
  return {
    perSecond: took.length / plan.windows.seconds,
    p50: percentile([...sorted], 0.5),
    p95: percentile([...sorted], 0.95),
    p99: percentile([...sorted], 0.99),
    bytesEach: Math.round(bytes / Math.max(1, took.length)),
    answers,
  };
};

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '') as LoadPlan)));
