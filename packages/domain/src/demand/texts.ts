declare const audience: unique symbol;

/** Words the asker may read: portal, letters to the asker, notifications to the asker. */
export type OutwardText = string & { readonly [audience]: 'outward' };

/** Words for staff only. A type that holds one anywhere can never be listed as outward: see outward.ts. */
export type InternalText = string & { readonly [audience]: 'internal' };

/** Marks text as readable by the asker. Called by `decide` only, where a command's words become an event's. */
export const outward = (text: string): OutwardText => text as OutwardText;

/** Marks text as for staff only. Called by `decide` only. */
export const internal = (text: string): InternalText => text as InternalText;

/** True when a value of type T may carry internal text at any depth. */
export type HoldsInternalText<T> = T extends InternalText
  ? true
  : T extends string | number | boolean | null | undefined
    ? false
    : T extends readonly (infer Item)[]
      ? HoldsInternalText<Item>
      : true extends { [Key in keyof T]-?: HoldsInternalText<T[Key]> }[keyof T]
        ? true
        : false;
