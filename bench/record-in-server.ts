import { writeFileSync } from 'node:fs';
import { recordStatements } from '../packages/server/src/testing/record-statements.ts';

/** Loaded into the server with --import: on SIGUSR2 it writes down what its web connections sent since the last time. */
const WEB_TIMEOUT = 'statement_timeout=5000';
const recording = recordStatements((client) =>
  JSON.stringify((client as unknown as { connectionParameters: unknown }).connectionParameters).includes(
    WEB_TIMEOUT,
  ),
);
process.on('SIGUSR2', () => {
  const file = process.env.BENCH_RECORD ?? '';
  writeFileSync(`${file}.new`, JSON.stringify(recording.take()));
  writeFileSync(`${file}.done`, '');
});
