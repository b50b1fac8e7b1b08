import type { UploadProblem } from '@xiaoer/contract/upload-problems';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';

export type UploadRefusalCode = UploadProblem;

/** The outcome of looking at foreign bytes: what was found, or why they are refused. */
export type Checked<Value, Code extends string = UploadRefusalCode> =
  | { readonly accepted: true; readonly value: Value }
  | { readonly accepted: false; readonly refusal: Refusal<Code> };

export const taken = <Value>(value: Value) => ({ accepted: true, value }) as const;
