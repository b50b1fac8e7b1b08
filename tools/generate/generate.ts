import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROUTES } from '@xiaoer/contract/routes';
import { openApiDocument } from '@xiaoer/server/openapi/openapi';
import { calendarText } from './calendar.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { schemaText } from './schema.ts';

const SCHEMA = path.join(import.meta.dirname, '../../packages/server/src/db/schema.generated.ts');
const CALENDAR = path.join(import.meta.dirname, '../../templates/calendars/china.generated.ts');
const OPENAPI = path.join(import.meta.dirname, '../../openapi.json');

await temporaryDatabase(async (client) => {
  await writeFile(SCHEMA, await schemaText(client));
});
await writeFile(OPENAPI, `${JSON.stringify(openApiDocument(ROUTES), null, 2)}\n`);
await writeFile(CALENDAR, calendarText());
