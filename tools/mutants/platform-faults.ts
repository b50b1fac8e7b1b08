import { planted, SERVER } from './planted.ts';

/** In the server's platform: what writes, seals, follows up and lets in. */
export const PLATFORM = [
  ...planted(
    `${SERVER}/execute`,
    ['gathering.int.test'],
    [
      [
        'what may have been committed is done again',
        'gathering.ts',
        "error instanceof DatabaseError && error.severity === 'ERROR'",
        'error instanceof Error',
      ],
      [
        'who keeps others off by a lock shares a transaction with them',
        'gathering.ts',
        'steps.every(({ mayShare }) => mayShare)',
        'steps.length > 0',
      ],
      [
        'a zone and an enterprise of it share a transaction',
        'gathering.ts',
        " ${scope.enterpriseId ?? ''}`",
        '`',
      ],
    ],
  ),
  ...planted(
    `${SERVER}/execute`,
    ['execute-command.int.test'],
    [
      [
        'an old version is written over a new one',
        'run-steps.ts',
        "if (version > 0) return { kind: 'stale', version };",
        '',
      ],
      [
        'nobody is asked whether they may',
        'run-steps.ts',
        "if (access !== 'allowed') return { kind: access };",
        '',
      ],
      [
        'a key stands for any request',
        'idempotency.ts',
        "if (row.request_hash !== key.requestHash) return { kind: 'key-reused' };",
        '',
      ],
      ['events never reach the outbox', 'change-writes.ts', "{ table: 'outbox', insert: keys },", ''],
      ['events never reach the seal', 'change-writes.ts', "{ table: 'unsealed', insert: keys },", ''],
    ],
  ),
  ...planted(
    SERVER,
    ['demand/demand-loop.int.test'],
    [
      [
        'a reached moment stays due',
        'workers/due-moments.ts',
        's.moments - m.key as others',
        's.moments as others',
      ],
      [
        'nobody is told what happened',
        'workers/outbox.ts',
        'deps.registry.get(aggregate)?.notices?.(tx, logged)',
        '(undefined as readonly never[] | undefined)',
      ],
      [
        'an event has no consequences',
        'workers/outbox.ts',
        'deps.registry.get(logged.aggregate)?.reactions?.(tx, logged)',
        '(undefined as readonly never[] | undefined)',
      ],
    ],
  ),
];
