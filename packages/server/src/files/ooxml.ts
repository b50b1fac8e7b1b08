import { refused } from '@xiaoer/domain/kernel/decision';
import { taken, type Checked } from './upload-refusal.ts';
import { openZip, type ZipArchive, type ZipLimits } from './zip-archive.ts';

export const OOXML_KINDS = ['docx', 'xlsx', 'pptx'] as const;
export type OoxmlKind = (typeof OOXML_KINDS)[number];

export type OoxmlFile = { readonly kind: OoxmlKind; readonly archive: ZipArchive };

/** Limits for documents that are only kept; a sheet that is imported has stricter ones. */
export const DOCUMENT_ZIP_LIMITS: ZipLimits = {
  entries: 5_000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 150,
};

const MAIN_PARTS: readonly (readonly [string, OoxmlKind])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
];
const CONTENT_TYPES = '[Content_Types].xml';
const MACRO_PART = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/.*)$/iu;

/** The whole text of a part; the archive's limits have been proved. */
export async function readPart(archive: ZipArchive, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of archive.read(name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Opens a .docx, .xlsx or .pptx by its content; macros, encryption, bombs and other archives are refused. */
export async function openOoxml(bytes: Buffer, limits: ZipLimits): Promise<Checked<OoxmlFile>> {
  const opened = await openZip(bytes, limits);
  if (!opened.accepted) return opened;
  const archive = opened.value;
  if (!archive.names.has(CONTENT_TYPES)) return refused('file.notAllowed');
  const types = await readPart(archive, CONTENT_TYPES);
  const hasMacros = /macroEnabled|vbaProject|macrosheet/iu.test(types);
  if (hasMacros || [...archive.names].some((name) => MACRO_PART.test(name))) return refused('file.macros');
  const main = MAIN_PARTS.find(([contentType]) => types.includes(contentType));
  return main === undefined ? refused('file.notAllowed') : taken({ kind: main[1], archive });
}
