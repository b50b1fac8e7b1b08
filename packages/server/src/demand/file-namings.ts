import type { FileNaming } from '../files/sweep-uploads.ts';

/** A demand names the file, or an import was made of it. */
export const DEMAND_FILE_NAMINGS: readonly FileNaming[] = [
  'select 1 from demand_file d where d.tenant_id = f.tenant_id and d.file_id = f.file_id',
  'select 1 from import_job i where i.tenant_id = f.tenant_id and i.file_id = f.file_id',
];
