import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, OperatorError } from '../cli/operator-error.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

const tableSchema = z.strictObject({
  name,
  columns: z.array(name).min(1),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256,
});

const sealSchema = z.strictObject({
  tenantId: z.int(),
  code: z.string(),
  batch: z.int(),
  root: sha256,
});

const manifestSchema = z.strictObject({
  format: z.literal('xiaoer backup 1'),
  madeAt: z.string(),
  /** The PostgreSQL it came from; for people. */
  server: z.string(),
  /** Applied when the backup was made, in order. The last is the schema's version. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: sha256 })).min(1),
  /** In the order in which they are loaded. */
  tables: z.array(tableSchema),
  sequences: z.array(z.strictObject({ name, value: z.int(), isCalled: z.boolean() })),
  /** The last root of each tenant: what `verify --root` takes. */
  seals: z.array(sealSchema),
  publicKeys: z.array(z.strictObject({ keyId: z.string(), pem: z.string() })),
  /** `files.txt` lists the digests of the files, one a line. */
  files: z.strictObject({ count: z.int().min(0), bytes: z.int().min(0), sha256 }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableEntry = Manifest['tables'][number];

export const MANIFEST = 'manifest.json';
export const FILE_LIST = 'files.txt';
export const FILES = 'files';
export const tableFile = (table: string): string => path.join('tables', `${table}.copy`);

/** Reads the manifest of a backup; says plainly when there is none or it is not one of ours. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    throw new OperatorError(
      `${folder} holds no finished backup: ${MANIFEST} cannot be read (${errorCode(error) ?? 'unknown error'}).`,
    );
  });
  const parsed = manifestSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OperatorError(
    `${path.join(folder, MANIFEST)} is damaged or of another version of the program (${issue?.path.join('.') ?? ''}).`,
  );
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
