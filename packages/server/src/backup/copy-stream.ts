import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { invariant } from '@xiaoer/domain/kernel/invariant';

/** The part of pg's connection that COPY needs; pg itself calls these hooks of a query but brings no COPY of its own. */
type Wire = {
  readonly stream: Duplex;
  readonly query: (text: string) => void;
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (message: string) => void;
};

type Settled = { readonly resolve: (rows: number) => void; readonly reject: (error: Error) => void };

/** What every COPY answers to; `rows` comes from the command tag `COPY n`. */
const replies = ({ resolve, reject }: Settled) => {
  let failure: Error | undefined;
  let rows = 0;
  return {
    handleError: (error: Error) => {
      failure = error;
      reject(error);
    },
    handleCommandComplete: ({ text }: { readonly text: string }) => {
      rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
    },
    handleReadyForQuery: () => {
      if (failure === undefined) resolve(rows);
    },
  };
};

const BLOCK = 64 * 1024;

/**
 * COPY ... TO STDOUT: hands blocks of about 64 kB to `write`, one at a time; the server waits while one is being written.
 * Answers with the number of rows.
 */
export const copyOut = (
  client: pg.ClientBase,
  text: string,
  write: (block: Buffer) => Promise<unknown>,
): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let parts: Buffer[] = [];
  let size = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const flush = (wire?: Wire): void => {
    const block = Buffer.concat(parts);
    parts = [];
    size = 0;
    wire?.stream.pause();
    writing = writing.then(() => write(block));
    writing.then(
      () => wire?.stream.resume(),
      (error: unknown) => {
        wire?.stream.resume();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  };
  const finish = (rows: number): void => {
    flush();
    writing.then(() => resolve(rows), reject);
  };
  client.query({
    submit: (wire: unknown) => (wire as Wire).query(text),
    handleRowDescription: () => undefined,
    handleCopyData: ({ chunk }: { readonly chunk: Buffer }, wire: Wire) => {
      // The parser uses its buffer again.
      parts.push(Buffer.from(chunk));
      size += chunk.length;
      if (size >= BLOCK) flush(wire);
    },
    ...replies({ resolve: finish, reject }),
  });
  return promise;
};

const pump = async (wire: Wire, source: AsyncIterable<Uint8Array>): Promise<void> => {
  for await (const chunk of source) {
    wire.sendCopyFromChunk(chunk);
    if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
  }
};

/** COPY ... FROM STDIN of everything the source yields. A failing source makes the COPY fail. Answers with the number of rows. */
export const copyIn = (
  client: pg.ClientBase,
  text: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let ofSource: Error | undefined;
  const answers = replies({ resolve, reject: (error) => reject(ofSource ?? error) });
  client.query({
    submit: (wire: unknown) => (wire as Wire).query(text),
    handleCopyInResponse: (wire: Wire) => {
      pump(wire, source).then(
        () => wire.endCopyFrom(),
        (error: unknown) => {
          ofSource = error instanceof Error ? error : new Error(String(error));
          wire.sendCopyFail('the source failed');
        },
      );
    },
    handleCopyData: () => invariant(false, 'COPY FROM sends no rows'),
    ...answers,
  });
  return promise;
};
