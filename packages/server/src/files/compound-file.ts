import type { UploadRefusalCode } from './upload-refusal.ts';

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** Why an OLE compound file is refused: a password-protected OOXML file, or the .doc/.xls/.ppt of old. */
export function compoundFileRefusal(bytes: Buffer): UploadRefusalCode | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  return bytes.includes(ENCRYPTED_STREAM) ? 'file.encrypted' : 'file.oldOffice';
}
