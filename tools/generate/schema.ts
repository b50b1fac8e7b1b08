import pg from 'pg';

type Column = {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
  generated: boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  text: 'string',
  uuid: 'string',
  bool: 'boolean',
  date: 'LocalDate',
  timestamptz: 'Instant',
  jsonb: 'unknown',
  bytea: 'Buffer',
  tsvector: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  float8: 'number',
  numeric: 'string',
};

const COLUMNS = `
  select c.table_name, c.column_name, c.udt_name, c.is_nullable,
         (c.is_identity = 'YES' or c.column_default is not null) as generated
  from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  order by c.table_name, c.column_name`;

const lineOf = (column: Column): string => {
  const type = TYPES[column.udt_name];
  if (type === undefined)
    throw new Error(`no TypeScript type for ${column.table_name}.${column.column_name} ${column.udt_name}`);
  const read = column.is_nullable === 'YES' ? `${type} | null` : type;
  return `    ${column.column_name}: ${column.generated ? `Generated<${read}>` : read};`;
};

/** The text of schema.generated.ts for the migrated database behind `client`. */
export const schemaText = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const parts = [...tables].map(([name, columns]) => `  ${name}: {\n${columns.map(lineOf).join('\n')}\n  };`);
  return [
    '// Made by `npm run generate` from the migrated database; a test compares.',
    "import type { Instant } from '@xiaoer/domain/time/instant';",
    "import type { LocalDate } from '@xiaoer/domain/time/local-date';",
    "import type { Generated } from 'kysely';",
    '',
    `export type Schema = {\n${parts.join('\n')}\n};`,
    '',
  ].join('\n');
};
