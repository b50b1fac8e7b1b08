import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Furnished } from '../../packages/server/src/testing/furnish.ts';
import { intentsIn, learn, type Intent, type Known, type Reply } from './intents.ts';

/** One line of the journal. */
export type JournalLine =
  | { readonly intent: Intent }
  | {
      readonly key: string;
      readonly status: number;
      readonly id?: string;
      readonly version?: number;
      readonly code?: string;
      readonly sent: number;
    };

export type Endpoint = {
  readonly port: () => number;
  readonly cookie: (who: Intent['who']) => string;
};

const send = (agent: Agent, endpoint: Endpoint, intent: Intent): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(intent.body);
    const asked = request({
      agent,
      host: '127.0.0.1',
      port: endpoint.port(),
      method: 'POST',
      path: intent.path,
      timeout: 8_000,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        cookie: endpoint.cookie(intent.who),
        'idempotency-key': intent.key,
        ...(intent.version !== undefined && { 'if-match': `"${intent.version}"` }),
      },
    });
    asked.once('error', reject);
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.once('error', reject);
      response.once('aborted', () => reject(new Error('cut off')));
      response.once('end', () => {
        const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
        resolve({ status: response.statusCode ?? 0, body: parsed as Reply['body'] });
      });
    });
    asked.end(body);
  });

export type Tallies = {
  sent: number;
  acknowledged: number;
  refused: number;
  resent: number;
  failures: number;
};

/** Clients that write without pause while they are told to, each with at most one command on its way. */
export const startClients = (
  count: number,
  { zone, endpoint, journal }: { zone: Furnished; endpoint: Endpoint; journal: string },
) => {
  const tallies: Tallies = { sent: 0, acknowledged: 0, refused: 0, resent: 0, failures: 0 };
  const failures = new Map<string, number>();
  const write = (line: JournalLine): void => appendFileSync(journal, `${JSON.stringify(line)}\n`);
  const now = { writing: false, over: false, busy: 0 };

  const nextIntent = intentsIn(zone);

  /** Until it is answered for good; the same key every time. */
  const carryThrough = async (agent: Agent, intent: Intent): Promise<Reply> => {
    for (let sent = 1; ; sent += 1) {
      if (sent > 1) tallies.resent += 1;
      tallies.sent += 1;
      const reply = await send(agent, endpoint, intent).catch((error: unknown) => String(error));
      const isFinal = typeof reply !== 'string' && reply.status < 500 && reply.status !== 429;
      const isBusy = typeof reply !== 'string' && reply.body.code === 'request.busy';
      if (isFinal && !isBusy) {
        write({ key: intent.key, status: reply.status, ...reply.body, sent });
        return reply;
      }
      const why = typeof reply === 'string' ? reply : `${reply.status} ${reply.body.code}`;
      failures.set(why, (failures.get(why) ?? 0) + 1);
      tallies.failures += 1;
      await delay(50 + randomInt(100));
    }
  };

  const live = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const mine: Known[] = [];
    while (!now.over) {
      if (!now.writing) {
        await delay(5);
        continue;
      }
      now.busy += 1;
      const intent = nextIntent(mine);
      write({ intent });
      const reply = await carryThrough(agent, intent);
      if (reply.status < 300) tallies.acknowledged += 1;
      else tallies.refused += 1;
      learn(mine, intent, reply);
      now.busy -= 1;
    }
    agent.destroy();
  };
  const lives = Promise.all(Array.from({ length: count }, live));

  return {
    tallies,
    failures,
    write: () => void (now.writing = true),
    /** Starts nothing new, and waits until everything sent has been answered for good. */
    settle: async (withinMs = 60_000) => {
      now.writing = false;
      const began = performance.now();
      while (now.busy > 0) {
        if (performance.now() - began > withinMs) throw new Error(`${now.busy} commands were never answered`);
        await delay(5);
      }
    },
    /** Starts nothing new, and leaves what is under way to be sent again and again. */
    pause: () => void (now.writing = false),
    end: async () => {
      now.over = true;
      await lives;
    },
  };
};

export type Clients = ReturnType<typeof startClients>;
