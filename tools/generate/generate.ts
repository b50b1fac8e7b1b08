import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDatabase } from './temporary-database.ts';
import { schemaText } from './schema.ts';

const SCHEMA = path.join(import.meta.dirname, '../../packages/server/src/db/schema.generated.ts');

await temporaryDatabase(async (client) => {
  await writeFile(SCHEMA, await schemaText(client));
});
