const SERVER = 'packages/server/src';

const of = (room: string): RegExp => new RegExp(`^${SERVER}/${room}`);

const DEMAND = of('demand/');
const EXECUTE = of('execute/');
const AUTH = of('auth/');
const NOTIFY = of('(notify|workers)/');
const SEAL = of('seal/');
/** Loading and removing a whole sample zone is the program's own entrance. */
const ENTRANCES = of('cli/');

/** Which room writes each table. Everybody else reads it, or sends a command to its owner. */
export const TABLE_OWNERS: Readonly<Record<string, readonly RegExp[]>> = {
  category: [of('catalogue/')],
  configuration_version: [EXECUTE],
  credential: [AUTH, ENTRANCES],
  delivery: [NOTIFY],
  demand: [DEMAND],
  demand_file: [DEMAND],
  demand_text: [DEMAND],
  demand_package: [of('package/')],
  demand_period: [DEMAND],
  demand_work: [DEMAND],
  due: [EXECUTE, of('workers/')],
  duty_roster: [of('duty-roster/')],
  enterprise: [of('enterprise/')],
  enterprise_team: [of('enterprise/')],
  event_log: [EXECUTE],
  export_log: [of('documents/')],
  figure_delta: [DEMAND],
  file: [of('files/')],
  idempotency: [EXECUTE],
  import_job: [DEMAND],
  job: [of('workers/')],
  migration: [of('db/')],
  notice: [NOTIFY],
  notice_choice: [NOTIFY],
  organisation: [of('organisation/')],
  outbox: [EXECUTE, of('workers/')],
  outside_link: [DEMAND],
  person: [of('person/')],
  person_language: [AUTH],
  phone_code: [AUTH],
  policy_session: [of('policy-session/')],
  project: [of('project/')],
  seal_leaf: [SEAL],
  seal_root: [SEAL],
  session: [AUTH],
  settings: [of('settings/')],
  sign_in_failure: [AUTH],
  suggestion_model: [of('suggestion/')],
  supervision_notice: [DEMAND],
  tenant: [AUTH, ENTRANCES],
  territory: [of('territory/')],
  unsealed: [EXECUTE, SEAL],
  visit: [of('visit/')],
};

const SQL_WRITES =
  /\b(?:insert\s+into|delete\s+from)\s+"?([a-z_]+)|\bupdate\s+"?([a-z_]+)"?\s+(?:as\s+)?(?:\w+\s+)?set\b/gi;
/** Rows for `db/write-batch.ts`, and the table a store keeps its states in. */
const ROW_WRITES = /\btable: '([a-z_]+)'/g;

/** The tables a file writes, as its text says. */
export const writtenTables = (text: string): readonly string[] => {
  const named = [...text.matchAll(SQL_WRITES), ...text.matchAll(ROW_WRITES)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return [...new Set(named)].filter((table) => Object.hasOwn(TABLE_OWNERS, table));
};
