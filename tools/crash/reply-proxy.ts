import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

export type ReplyProxy = {
  readonly port: number;
  /** From now on the first reply is swallowed: it is dropped, `swallowed` is called, and nothing passes any more. */
  readonly swallowNext: (swallowed: () => void) => void;
  readonly pass: () => void;
  readonly close: () => Promise<void>;
};

const quiet = (socket: Socket): Socket => socket.setNoDelay(true).on('error', () => socket.destroy());

/** Stands between clients and server, so that a committed command's reply can be lost on its way. */
export const openReplyProxy = async (serverPort: number): Promise<ReplyProxy> => {
  let swallow: (() => void) | undefined;
  let closed = false;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = quiet(connect(serverPort, '127.0.0.1'));
    quiet(client);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => server.write(chunk));
    server.on('data', (chunk) => {
      if (swallow !== undefined) {
        swallow();
        swallow = undefined;
        closed = true;
      }
      if (!closed) client.write(chunk);
    });
    client.once('close', () => server.destroy());
    server.once('close', () => client.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    swallowNext: (swallowed) => void (swallow = swallowed),
    pass: () => {
      swallow = undefined;
      closed = false;
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      proxy.close();
    },
  };
};
