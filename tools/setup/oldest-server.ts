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

/** Rooms that write rows and are left out, with what shows their SQL on the oldest server instead. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  auth: 'every caller in the other rooms comes in by a session it opened',
  cli: 'loads and removes whole zones with the statements of the stores',
  db: 'migrates before any test here; its policies are tested on both servers',
  documents:
    'logs what is taken out, which demand/lists takes out; the rest asks for LibreOffice, not for a server',
  suggestion: 'keeps one row for each aspect; its test asks for time to learn, not for a server',
};
