import { get } from 'node:http';

/** What the listening process is told, as JSON in its one argument. */
export type LivePlan = { readonly port: number; readonly cookie: string; readonly streams: number };

// Opens the streams, says `open`, and then says the moment each notice arrived on each stream.
const plan = JSON.parse(process.argv[2] ?? '') as LivePlan;
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const now = (): number => performance.timeOrigin + performance.now();

/** Whoever is told to come back later does so after a second, as the browser's side does. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 10;

const listen = (index: number, tries = 1): Promise<void> =>
  new Promise((resolve, reject) => {
    const address = `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;
    const request = get(
      {
        port: plan.port,
        host: '127.0.0.1',
        localAddress: address,
        path: '/api/notices/stream',
        headers: { cookie: plan.cookie, accept: 'text/event-stream' },
      },
      (response) => {
        if (response.statusCode === 503 && tries < MOST_TRIES) {
          response.resume();
          setTimeout(() => resolve(listen(index, tries + 1)), AGAIN_MS);
          return;
        }
        if (response.statusCode !== 200) {
          reject(new Error(`stream ${index}: ${response.statusCode}`));
          return;
        }
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          const at = now();
          for (const [, id] of text.matchAll(/^id: (\d+)\n(?=event|data)/gm)) say({ stream: index, id, at });
        });
        resolve();
      },
    );
    request.on('error', reject);
  });

await Promise.all(Array.from({ length: plan.streams }, (_, index) => listen(index)));
say({ open: plan.streams });
