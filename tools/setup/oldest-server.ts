/** Rooms that keep rows of their own, or read them by rules of their own: their tests run on the oldest PostgreSQL we support too. */
export const STORES: readonly string[] = [
  'audit',
  'catalogue',
  'demand',
  'demand/import',
  'demand/lists',
  'demand/outside',
  'duty-roster',
  'enterprise',
  'execute',
  'figures',
  'files',
  'notify',
  'organisation',
  'package',
  'person',
  'policy-session',
  'project',
  'seal',
  'settings',
  'territory',
  'visit',
  'workers',
];

/** Tests of other rooms that run there too: migrations meet rows in it alone. */
const FURTHER: readonly string[] = ['db/upgrade.int.test.ts'];

/** The tests that run on the oldest server. */
export const ON_THE_OLDEST: readonly string[] = [
  ...STORES.map((room) => `${room}/*.int.test.ts`),
  ...FURTHER,
].map((tests) => `packages/server/src/${tests}`);

/** Rooms that write rows and are left out, with what shows their SQL on the oldest server instead. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  auth: 'every caller in the other rooms comes in by a session it opened',
  cli: 'loads and removes whole zones with the statements of the stores',
  db: 'migrates before any test here, and rows in its upgrade; its policies are tested on both servers',
  documents:
    'logs what is taken out, which demand/lists takes out; the rest asks for LibreOffice, not for a server',
  suggestion: 'keeps one row for each aspect; its test asks for time to learn, not for a server',
};
