import { firstDifference } from './first-difference.ts';
import type { Findings } from './findings.ts';
import { orderedRows, type OrderedRows, type Querying } from './ordered-rows.ts';
import type { Folded, Refold, StreamCheck } from './stream-check.ts';

type StateRow = {
  readonly id: string;
  readonly version: number;
  readonly state: unknown;
  readonly [column: string]: unknown;
};

/** The saved states of every aggregate, read in the order in which streams are folded. */
export type States = {
  readonly compare: (stream: Folded) => Promise<void>;
  /** States that no stream led to. */
  readonly finish: () => Promise<void>;
};

type Saved = {
  readonly aggregate: string;
  readonly rows: OrderedRows<StateRow>;
  readonly refold: Refold;
};

const SHOWN = 80;
const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

/** Lists and searches go by columns: they have to say what the state says. */
const compareColumns = (
  row: StateRow,
  state: unknown,
  { columns, unverified }: Refold,
): string | undefined => {
  for (const [name, folded] of Object.entries(columns(state))) {
    if (unverified.includes(name) || firstDifference(row[name], folded ?? null) === undefined) continue;
    return `differs from its events in column ${name}: saved ${shown(row[name])}, folded ${shown(folded)}`;
  }
  return undefined;
};

const compareState = (stream: Folded, row: StateRow | undefined, refold: Refold): string | undefined => {
  if (row === undefined) return 'has no saved state';
  if (stream.failure !== undefined) return stream.failure;
  if (row.version !== stream.version)
    return `is saved as of version ${row.version}, its last event is version ${stream.version}`;
  const difference = firstDifference(row.state, stream.state);
  if (difference === undefined) return compareColumns(row, stream.state, refold);
  const { path, one, other } = difference;
  return `differs from its events at ${path === '' ? 'the root' : path}: saved ${shown(one)}, folded ${shown(other)}`;
};

const columnsOf = async (db: Querying, table: string): Promise<readonly string[]> => {
  const rows = await db.query<{ readonly name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return rows.map(({ name }) => name);
};

const addState = (
  findings: Findings,
  { aggregate, id }: { aggregate: string; id: string },
  what: string,
): void => findings.add({ kind: 'state', streamId: id, message: `${aggregate} ${id} ${what}` });

const reportWithoutEvents = async (
  { aggregate, rows }: Saved,
  findings: Findings,
  precedes: (id: string) => boolean,
): Promise<void> => {
  for (let row = rows.head(); row !== undefined && precedes(row.id); row = rows.head()) {
    addState(findings, { aggregate, id: row.id }, 'has a saved state but no events');
    await rows.advance();
  }
};

export const openStates = async (
  db: Querying,
  { tenantId, refolds, findings }: StreamCheck,
): Promise<States> => {
  const saved = new Map<string, Saved>();
  const unknown = new Set<string>();
  for (const [aggregate, refold] of refolds) {
    const { table, key } = refold;
    const text = `select ${(await columnsOf(db, table)).join(', ')}, "${key}" as id from "${table}" where tenant_id = $1 order by "${key}"`;
    saved.set(aggregate, {
      aggregate,
      refold,
      rows: await orderedRows(db, { text, values: [tenantId], pageRows: 200 }),
    });
  }
  const compare = async (stream: Folded): Promise<void> => {
    const { id, aggregate } = stream;
    if (aggregate === undefined) return;
    const states = saved.get(aggregate);
    if (states === undefined) {
      if (!unknown.has(aggregate))
        findings.add({ kind: 'state', streamId: id, message: `no aggregate is called ${aggregate}` });
      unknown.add(aggregate);
      return;
    }
    await reportWithoutEvents(states, findings, (other) => other < id);
    const head = states.rows.head();
    const row = head?.id === id ? head : undefined;
    const wrong = compareState(stream, row, states.refold);
    if (wrong !== undefined) addState(findings, { aggregate, id }, wrong);
    if (row !== undefined) await states.rows.advance();
  };
  const finish = async (): Promise<void> => {
    for (const states of saved.values()) await reportWithoutEvents(states, findings, () => true);
  };
  return { compare, finish };
};
