/** A refusal is a value: a stable code `area.reason` and the facts a person needs to understand it. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};
