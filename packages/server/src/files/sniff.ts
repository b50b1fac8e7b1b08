import { refused } from '@xiaoer/domain/kernel/decision';
import { compoundFileRefusal } from './compound-file.ts';
import { isHeic, readHeicBoxes } from './heif-boxes.ts';
import {
  JPEG_SIGNATURE,
  PNG_SIGNATURE,
  isWebp,
  readJpegParts,
  readPngParts,
  readWebpParts,
  type ImageParts,
} from './image-parts.ts';
import { DOCUMENT_ZIP_LIMITS, openOoxml } from './ooxml.ts';
import { taken, type Checked } from './upload-refusal.ts';

const MEBIBYTE = 1024 * 1024;

/** Everything that may be uploaded, with its largest size in bytes. */
export const FILE_KINDS = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg', mostBytes: 20 * MEBIBYTE },
  png: { mediaType: 'image/png', extension: 'png', mostBytes: 20 * MEBIBYTE },
  webp: { mediaType: 'image/webp', extension: 'webp', mostBytes: 20 * MEBIBYTE },
  heic: { mediaType: 'image/heic', extension: 'heic', mostBytes: 20 * MEBIBYTE },
  pdf: { mediaType: 'application/pdf', extension: 'pdf', mostBytes: 50 * MEBIBYTE },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    mostBytes: 50 * MEBIBYTE,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    mostBytes: 50 * MEBIBYTE,
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    mostBytes: 50 * MEBIBYTE,
  },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** The largest upload of any kind: what a request may carry before its kind is known. */
export const MOST_UPLOAD_BYTES = Math.max(...Object.values(FILE_KINDS).map((kind) => kind.mostBytes));

export type SniffedFile = {
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly extension: string;
};

const MOST_PIXELS = 100_000_000;
const MARKUP = /<(?:!doctype|html|head|body|script|iframe|svg|\?php|\?xml-stylesheet)/iu;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const PDF_SIGNATURE = Buffer.from('%PDF-', 'latin1');

const sniffed = (kind: FileKind) => {
  const { mediaType, extension } = FILE_KINDS[kind];
  return taken({ kind, mediaType, extension });
};

const startsWith = (bytes: Buffer, signature: Buffer) =>
  bytes.subarray(0, signature.length).equals(signature);

/** Browsers guess from the first kilobyte or so; zip readers from the end; both are places to hide in. */
const hidesMarkup = (bytes: Buffer) => MARKUP.test(bytes.toString('latin1', 0, 4096));
const hidesArchive = (bytes: Buffer) => bytes.subarray(-66_000).includes(ZIP_END);

function checkImage(kind: FileKind, bytes: Buffer, image: ImageParts | undefined): Checked<SniffedFile> {
  if (image === undefined) return refused('file.damaged', { kind });
  const rest = bytes.subarray(image.end);
  if (hidesMarkup(bytes) || hidesMarkup(rest) || hidesArchive(rest) || rest.includes(PDF_SIGNATURE)) {
    return refused('file.disguised', { kind });
  }
  if (image.width * image.height > MOST_PIXELS) {
    return refused('file.tooManyPixels', { mostPixels: MOST_PIXELS });
  }
  return sniffed(kind);
}

function checkHeic(bytes: Buffer): Checked<SniffedFile> {
  if (readHeicBoxes(bytes) === undefined) return refused('file.damaged', { kind: 'heic' });
  return hidesMarkup(bytes) || hidesArchive(bytes)
    ? refused('file.disguised', { kind: 'heic' })
    : sniffed('heic');
}

function checkPdf(bytes: Buffer): Checked<SniffedFile> {
  if (hidesMarkup(bytes) || hidesArchive(bytes)) return refused('file.disguised', { kind: 'pdf' });
  return bytes.subarray(-2048).includes('%%EOF') ? sniffed('pdf') : refused('file.damaged', { kind: 'pdf' });
}

async function checkOoxml(bytes: Buffer): Promise<Checked<SniffedFile>> {
  const opened = await openOoxml(bytes, DOCUMENT_ZIP_LIMITS);
  return opened.accepted ? sniffed(opened.value.kind) : opened;
}

function kindBySignature(bytes: Buffer): Exclude<FileKind, 'docx' | 'pptx'> | undefined {
  if (startsWith(bytes, JPEG_SIGNATURE)) return 'jpeg';
  if (startsWith(bytes, PNG_SIGNATURE)) return 'png';
  if (isWebp(bytes)) return 'webp';
  if (isHeic(bytes)) return 'heic';
  if (startsWith(bytes, PDF_SIGNATURE)) return 'pdf';
  if (startsWith(bytes, Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx';
  return undefined;
}

/** Says what uploaded bytes are by looking at all of them; the name and the type that came along count for nothing. */
export async function sniffFile(bytes: Buffer): Promise<Checked<SniffedFile>> {
  if (bytes.length === 0) return refused('file.empty');
  const kind = kindBySignature(bytes);
  if (kind === undefined) return refused(compoundFileRefusal(bytes) ?? 'file.notAllowed');
  const { mostBytes } = FILE_KINDS[kind];
  if (bytes.length > mostBytes) return refused('file.tooLarge', { mostBytes });
  switch (kind) {
    case 'jpeg':
      return checkImage(kind, bytes, readJpegParts(bytes));
    case 'png':
      return checkImage(kind, bytes, readPngParts(bytes));
    case 'webp':
      return checkImage(kind, bytes, readWebpParts(bytes));
    case 'heic':
      return checkHeic(bytes);
    case 'pdf':
      return checkPdf(bytes);
    case 'xlsx':
      return checkOoxml(bytes);
  }
}
