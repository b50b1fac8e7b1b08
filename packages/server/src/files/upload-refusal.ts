import type { Refusal } from '@xiaoer/domain/kernel/refusal';

/** Why an uploaded file is not taken. The words live in the contract's problem table and in the messages. */
export const UPLOAD_REFUSAL_CODES = [
  'file.empty',
  'file.tooLarge',
  'file.notAllowed',
  'file.disguised',
  'file.damaged',
  'file.encrypted',
  'file.macros',
  'file.oldOffice',
  'file.expandsTooMuch',
  'file.tooManyParts',
  'file.tooManyPixels',
  'file.dangerousXml',
] as const;
export type UploadRefusalCode = (typeof UPLOAD_REFUSAL_CODES)[number];

/** The outcome of looking at foreign bytes: what was found, or why they are refused. */
export type Checked<Value, Code extends string = UploadRefusalCode> =
  | { readonly accepted: true; readonly value: Value }
  | { readonly accepted: false; readonly refusal: Refusal<Code> };

export const taken = <Value>(value: Value) => ({ accepted: true, value }) as const;
