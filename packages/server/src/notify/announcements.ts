import type { Client, ClientConfig, Pool } from 'pg';
import { createClient } from '../db/connect.ts';

const CHANNEL = 'xiaoer_notice';
/** A NOTIFY may be lost with its connection; the table is read again this often whatever happens. */
const REREAD_MS = 15_000;
const RECONNECT_MS = 1_000;

export type Announcements = {
  /** Calls back whenever notices may have come; answers with how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly announce: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/** One dedicated LISTEN connection for the process, outside any pooler, renewed when it breaks. */
export const openAnnouncements = (config: ClientConfig, pool: Pool): Announcements => {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  let stopped = false;
  let current: Client | undefined;
  const connect = async (): Promise<void> => {
    if (stopped) return;
    const client = createClient(config);
    const again = (): void => {
      client.removeAllListeners('end');
      if (!stopped) setTimeout(() => void connect(), RECONNECT_MS).unref();
    };
    client.on('error', () => undefined);
    client.once('end', again);
    client.on('notification', tell);
    current = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      tell();
    } catch {
      await client.end().catch(() => undefined);
    }
  };
  void connect();
  const timer = setInterval(tell, REREAD_MS);
  timer.unref();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce: () => pool.query(`notify ${CHANNEL}`),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await current?.end().catch(() => undefined);
    },
  };
};
