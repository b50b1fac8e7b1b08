/** One message of the server's live stream. */
export type LiveEvent = { readonly id: string; readonly type: string; readonly text: string };
type Listener = (event: LiveEvent) => void;

export type EventStream = {
  readonly subscribe: (listener: Listener) => () => void;
  readonly close: () => void;
};

const NAME = 'xiaoer-live';
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** The wait before the nth attempt to connect again: doubling, at most half a minute. */
export const retryDelay = (attempt: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);

/** Where the stream goes on after a break: the last id seen travels in the address, as a header cannot be set. */
export const streamAddress = (path: string, lastId: string | undefined): string =>
  lastId === undefined ? path : `${path}?lastEventId=${encodeURIComponent(lastId)}`;

type Connection = { readonly close: () => void };

/** The browser's own reconnection stops for good after an error status, so the retry is ours. */
function connect(path: string, types: readonly string[], deliver: Listener): Connection {
  let source: EventSource | undefined;
  let lastId: string | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const receive = (event: MessageEvent<string>): void => {
    attempt = 0;
    if (event.lastEventId !== '') lastId = event.lastEventId;
    deliver({ id: event.lastEventId, type: event.type, text: event.data });
  };
  const open = (): void => {
    source = new EventSource(streamAddress(path, lastId));
    for (const type of types) source.addEventListener(type, receive);
    source.addEventListener('error', () => {
      source?.close();
      timer = setTimeout(open, retryDelay(attempt));
      attempt += 1;
    });
  };
  open();
  return {
    close: () => {
      clearTimeout(timer);
      source?.close();
    },
  };
}

/**
 * One stream per browser: the tab that holds the lock listens and tells the others.
 * Where locks or channels are missing every tab listens for itself.
 */
export function openEventStream(path: string, types: readonly string[]): EventStream {
  const listeners = new Set<Listener>();
  const deliver: Listener = (event) => {
    for (const listener of listeners) listener(event);
  };
  const subscribe = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  if (typeof BroadcastChannel === 'undefined' || navigator.locks === undefined) {
    return { subscribe, close: connect(path, types, deliver).close };
  }
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<LiveEvent>) => deliver(data));
  const announce = channel.postMessage.bind(channel);
  const leaving = new AbortController();
  const lead = (): Promise<void> =>
    new Promise((release) => {
      const connection = connect(path, types, (event) => {
        deliver(event);
        announce(event);
      });
      leaving.signal.addEventListener('abort', () => {
        connection.close();
        release();
      });
    });
  // An abandoned wait for the lock ends with an AbortError: that is how a tab leaves.
  navigator.locks.request(NAME, { signal: leaving.signal }, lead).catch(() => undefined);
  return {
    subscribe,
    close: () => {
      leaving.abort();
      channel.close();
    },
  };
}
