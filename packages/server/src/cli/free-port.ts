import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode, OperatorError } from './operator-error.ts';

/** How long a program that is just stopping (its npm was killed, say) may keep the port. */
const PATIENCE_MS = 2_500;

export type Address = { readonly port: number; readonly host: string };
/** The settings an address comes from. */
export type Named = { readonly port: string; readonly host: string };

const OWN: Named = { port: 'PORT', host: 'HOST' };

const tryPort = ({ port, host }: Address): Promise<Error | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** One line about why the address cannot be listened on; anything unknown stays as it is. */
export function listenError({ port, host }: Address, error: unknown, named = OWN): unknown {
  const lines: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Stop the other program or set ${named.port}.`,
    EACCES: `Port ${port} needs more rights than this user has. Set ${named.port} to 1024 or above.`,
    EADDRNOTAVAIL: `${named.host} ${host} is not an address of this machine.`,
    ENOTFOUND: `${named.host} ${host} is not an address of this machine.`,
    EAI_AGAIN: `${named.host} ${host} is not an address of this machine.`,
  };
  const line = lines[errorCode(error) ?? ''];
  return line ? new OperatorError(line, { cause: error }) : error;
}

/** Makes sure that the port can be had before anything is started. */
export async function requireFreePort(address: Address, named = OWN): Promise<void> {
  const began = performance.now();
  for (;;) {
    const error = await tryPort(address);
    if (!error) return;
    if (errorCode(error) !== 'EADDRINUSE' || performance.now() - began > PATIENCE_MS) {
      throw listenError(address, error, named);
    }
    await delay(100);
  }
}
